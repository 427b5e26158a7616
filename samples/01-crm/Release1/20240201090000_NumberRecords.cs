using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[Migration(20240201_090000, "A source of numbers that people can say on the phone")]
[Rationale("A sequence where the database has one, a counter row where it has none.", Ticket = "CRM-27", Owner = "Records")]
public class NumberRecords : Migration
{
    public override void Up()
    {
        IfDatabase(Engines.Postgres, Engines.SqlServer).Create.Sequence("record_numbers").StartWith(1000).IncrementBy(1);

        IfDatabase(Engines.Sqlite, Engines.MySql).Create.Table("record_numbers")
            .WithColumn("series").AsString(Lengths.Code).NotNullable().PrimaryKey("pk_record_numbers")
            .WithColumn("next_number").AsInt64().NotNullable().WithDefaultValue(1000);
        IfDatabase(Engines.Sqlite, Engines.MySql).Insert.IntoTable("record_numbers").Row(new { series = "records", next_number = 1000 });
    }

    public override void Down()
    {
        IfDatabase(Engines.Sqlite, Engines.MySql).Delete.Table("record_numbers");
        IfDatabase(Engines.Postgres, Engines.SqlServer).Delete.Sequence("record_numbers");
    }
}
