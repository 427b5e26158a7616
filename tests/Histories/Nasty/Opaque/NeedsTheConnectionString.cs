using System;
using FluentMigrator;

namespace Nasty.Opaque;

// Trap: decides by the connection string, which a build does not have.
[Migration(20250401_101000)]
public class NeedsTheConnectionString : Migration
{
    public override void Up()
    {
        if (ConnectionString?.Contains("test", StringComparison.OrdinalIgnoreCase) == true)
        {
            Insert.IntoTable("parcels").Row(new { code = "TEST" });
        }
    }

    public override void Down()
    {
        Delete.FromTable("parcels").Row(new { code = "TEST" });
    }
}
