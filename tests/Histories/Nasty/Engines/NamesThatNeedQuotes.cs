using FluentMigrator;

namespace Nasty.Engines;

// Trap: names with spaces, quotes, brackets, letters of other scripts and words of SQL.
[Migration(20250701_101000)]
public class NamesThatNeedQuotes : Migration
{
    public override void Up()
    {
        Create.Table("Bestell \"Übersicht\"")
            .WithColumn("select").AsInt64().NotNullable().PrimaryKey("pk [order]")
            .WithColumn("O'Brien's `name`").AsString(50).Nullable()
            .WithColumn("名前").AsString(50).NotNullable().WithDefaultValue("it's")
            .WithColumn("Preis in €").AsDecimal(10, 2).Nullable();

        Create.Index("ix weird \"name\"").OnTable("Bestell \"Übersicht\"").OnColumn("名前").Ascending();
        Rename.Column("Preis in €").OnTable("Bestell \"Übersicht\"").To("Preis; -- in $");
    }

    public override void Down()
    {
        Delete.Table("Bestell \"Übersicht\"");
    }
}
