using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Cli.Tests;

/// <summary>Histories made by hand, with the SQL that the builder would render for them.</summary>
internal static class Histories
{
    public static readonly TableName Contacts = TableName.Of("Contacts");

    public static Written CreateContacts { get; } = new(
        new(1, "CreateContacts") { Rationale = new("We need to know whom we serve.", "CRM-1", "Sales") },
        [new CreateTable(Contacts, Items.Of(Text("Name")))],
        ["CREATE TABLE \"Contacts\" (\"Name\" TEXT)"],
        [new DropTable(Contacts)],
        ["DROP TABLE \"Contacts\""]);

    /// <summary>What is written to its table is kept on the way back.</summary>
    public static Written CreateNotes { get; } = new(
        new(1, "CreateNotes"),
        [new CreateTable(TableName.Of("Notes"), Items.Of(Text("Name")))],
        ["CREATE TABLE \"Notes\" (\"Name\" TEXT)", "restore: INSERT INTO \"Notes\" (\"Name\")\nSELECT migrations_k.\"Name\"\nFROM \"migrations_kept_1_d1\" AS migrations_k;"],
        [new DropTable(TableName.Of("Notes"))],
        ["keep: CREATE TABLE \"migrations_kept_1_d1\" AS\nSELECT \"Name\"\nFROM \"Notes\";", "DROP TABLE \"Notes\""])
    {
        Keeps = Items.Of(new KeptData(DatabaseKind.Sqlite, "migrations_kept_1_d1", "Notes") { Why = "the table is dropped", Way = Direction.Down }),
    };

    public static Written AddEmail { get; } = new(
        new(2, "AddEmail"),
        [new AddColumn(Contacts, Text("Email"))],
        ["ALTER TABLE \"Contacts\" ADD COLUMN \"Email\" TEXT"],
        [new DropColumn(Contacts, "Email")],
        ["ALTER TABLE \"Contacts\" DROP COLUMN \"Email\""]);

    public static Written DropEmail { get; } = new(
        new(4, "DropEmail"),
        [new DropColumn(Contacts, "Email")],
        ["keep: CREATE TABLE \"migrations_kept_4_1\" AS SELECT \"Name\", \"Email\" FROM \"Contacts\"", "ALTER TABLE \"Contacts\" DROP COLUMN \"Email\""],
        [new AddColumn(Contacts, Text("Email"))],
        [
            "ALTER TABLE \"Contacts\" ADD COLUMN \"Email\" TEXT",
            "restore: UPDATE \"Contacts\" SET \"Email\" = k.\"Email\" FROM \"migrations_kept_4_1\" k WHERE k.\"Name\" = \"Contacts\".\"Name\"",
        ])
    {
        Keeps = Items.Of(new KeptData(DatabaseKind.Sqlite, "migrations_kept_4_1", "Contacts") { Columns = Items.Of("Email"), Why = "the column is dropped" }),
    };

    public static Written Fails { get; } = new(
        new(3, "Fails"),
        [new RawSql("INSERT INTO \"Nowhere\" VALUES (1)", SqlSource.Statement)],
        ["INSERT INTO \"Nowhere\" VALUES (1)"],
        [],
        []);

    public static Written Forever { get; } = new(
        new(3, "Forever") { ForwardOnly = new("Names are deleted for good.", null) },
        [new DropColumn(Contacts, "Name")],
        ["ALTER TABLE \"Contacts\" DROP COLUMN \"Name\""],
        [],
        [],
        DownKind.ForwardOnly);

    public static BundleSource Of(params Written[] migrations) => For([DatabaseKind.Sqlite], migrations);

    public static BundleSource For(DatabaseKind[] databases, params Written[] migrations)
    {
        var history = migrations.Select(m => m.For(databases)).ToItems();
        return new()
        {
            Name = "Crm",
            Version = "1.2.3",
            Targets = databases.Select(d => new DatabaseTarget(d, Dialect.Of(d).OldestVersion)).ToItems(),
            FluentMigrator = "8.0.1",
            History = new(history),
            Rendered = migrations.Select(m => databases.Select(m.Rendered).ToItems()).ToItems(),
            Schemas = databases.Select(d => history.Aggregate(Schema.Empty(d), (schema, m) => Fold.Trace(schema, m.Scripts[0].Up, m.Touches).After)).ToItems(),
            Findings = Items<Model.Findings.Finding>.Empty,
            CodeFiles = Items<CodeFile>.Empty,
        };
    }

    private static Column Text(string name) => new(name, new(TypeKind.String)) { Nullable = true };
}
