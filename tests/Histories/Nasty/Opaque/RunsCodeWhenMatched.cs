using System;
using System.Collections.Generic;
using FluentMigrator;

namespace Nasty.Opaque;

// Trap: Delegate runs user code at once, and only for a database that matches.
[Migration(20250401_100900)]
public class RunsCodeWhenMatched : Migration
{
    public override void Up()
    {
        var columns = new List<string>();
        IfDatabase("SQLite").Delegate(() => columns.Add("colour"));
        IfDatabase(name => name.StartsWith("Postgre", StringComparison.Ordinal)).Delegate(() => columns.Add("shade"));
        foreach (var column in columns)
        {
            Create.Column(column).OnTable("parcels").AsString(20).Nullable();
        }
    }

    public override void Down()
    {
        IfDatabase("SQLite").Delete.Column("colour").FromTable("parcels");
        IfDatabase("PostgreSQL").Delete.Column("shade").FromTable("parcels");
    }
}
