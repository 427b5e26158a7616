using System;
using FluentMigrator;

namespace Nasty.Data;

// Trap: clock, chance and machine as values: different on every build.
[Migration(20250301_100300)]
public class ValuesOfTheMoment : Migration
{
    public override void Up()
    {
        Insert.IntoTable("accounts").Row(new
        {
            name = Guid.NewGuid().ToString(),
            owner = Environment.MachineName,
            balance = (decimal)Random.Shared.Next(),
            opened_at = DateTime.Now,
        });
    }

    public override void Down()
    {
        Delete.FromTable("accounts").Row(new { owner = Environment.MachineName });
    }
}
