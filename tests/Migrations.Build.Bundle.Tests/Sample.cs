using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Bundle.Tests;

/// <summary>A small history for two databases, as the builder would hand it over.</summary>
internal static class Sample
{
    public static readonly TableName Contacts = TableName.Of("Contacts");

    private static readonly Items<DatabaseKind> Both = Items.Of(DatabaseKind.Sqlite, DatabaseKind.Postgres);

    public static Migration Migration(long version, string name, Items<Step> up, Items<Step> down) => new(version, name)
    {
        FullName = "Crm.Migrations." + name,
        Scripts = Items.Of(new Script(Both, up, down)),
    };

    public static Items<Step> Steps(params Operation[] operations) => operations.Select(o => new Step(o)).ToItems();

    public static Column Text(string name) => new(name, new(TypeKind.String, 200)) { Nullable = true };

    public static BundleSource Source() => Source(
        Migration(1, "CreateContacts", Steps(new CreateTable(Contacts, Items.Of(Text("Name")))), Steps(new DropTable(Contacts))) with
        {
            Rationale = new("We need to know whom we serve.", "CRM-1", "Sales"),
        },
        Migration(2, "AddEmail", Steps(new AddColumn(Contacts, Text("Email"))), Steps(new DropColumn(Contacts, "Email"))),
        Migration(3, "DropName", Steps(new DropColumn(Contacts, "Name")), Steps(new AddColumn(Contacts, Text("Name")))) with
        {
            Acceptances = Items.Of(new Acceptance("MIG0201", "Nobody reads it since 1.4.", null)),
        });

    public static BundleSource Source(params Migration[] migrations) => new()
    {
        Name = "Crm",
        Version = "1.2.3",
        Targets = Items.Of(new DatabaseTarget(DatabaseKind.Sqlite, "3.35"), new DatabaseTarget(DatabaseKind.Postgres, "14")),
        FluentMigrator = "8.0.1",
        History = new(migrations.ToItems()),
        Rendered = migrations.Select(m => Both.Select(d => Rendered(m, d)).ToItems()).ToItems(),
        Schemas = Both.Select(Schema.Empty).ToItems(),
        Findings = Items<Model.Findings.Finding>.Empty,
        CodeFiles = Items<CodeFile>.Empty,
    };

    private static RenderedMigration Rendered(Migration migration, DatabaseKind database) => new(
        database,
        migration.Scripts[0].Up.Select(s => Statement.Sql($"/* {database} */ {s.Operation};")).ToItems(),
        migration.Scripts[0].Down.Select(s => Statement.Sql($"/* {database} */ {s.Operation};")).ToItems());
}
