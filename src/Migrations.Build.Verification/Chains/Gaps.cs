using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Verification.Chains;

/// <summary>Tells what is missing behind statements that did not run.</summary>
/// <param name="link">The migration that they belong to.</param>
/// <param name="database">The database whose SQL the project writes.</param>
/// <param name="known">The names of tables and views that there are, for statements that nobody can read.</param>
internal sealed class Gaps(Link link, DatabaseKind database, IReadOnlyCollection<string> known)
{
    /// <summary>What a text would have made or changed, as the project's database reads it and as SQLite does.</summary>
    public IEnumerable<Gap> Of(string text) =>
        new[] { database, DatabaseKind.Sqlite }.Distinct().SelectMany(d => SqlEffects.Read(text, d).SelectMany(e => Of(e, d, text)));

    /// <summary>What an operation would have made or changed.</summary>
    public IEnumerable<Gap> Of(Operation operation) => operation is RawSql sql ? Of(sql.Text) : Of(operation, database);

    /// <summary>Everything that the manifest says of the migration.</summary>
    public IEnumerable<Gap> All() => link.Entry.Tables.Select(t => Of(t, rowsOnly: false));

    private IEnumerable<Gap> Of(SqlEffect effect, DatabaseKind read, string text) => effect switch
    {
        SqlChange e => Of(e.Operation, read),
        CreatesTable e => [Of(e.Definition.Name.Name, rowsOnly: false)],
        CreatesIndex e => Of(new CreateIndex(e.Index), read),
        DropsIndex e => [Of(e.Index.Name, rowsOnly: false)],
        CreatesView e => [Of(e.View.Name.Name, rowsOnly: false)],
        DropsView e => [Of(e.View.Name, rowsOnly: false)],
        CreatesTrigger { Trigger.Table: { } table } e => [Of(e.Trigger.Name.Name, rowsOnly: false), Of(table.Name, rowsOnly: true)],
        DropsTrigger e => [Of(e.Trigger.Name, rowsOnly: false)],
        AltersTable e => [Of(e.Table.Name, rowsOnly: false)],
        AddsCheck e => [Of(e.Table.Name, rowsOnly: false)],
        SetsNullable e => [Of(e.Table.Name, rowsOnly: false)],
        DropsConstraint e => [Of(e.Table.Name, rowsOnly: false)],
        DropsDependents e => [Of(e.Object.Name, rowsOnly: false)],
        InsertsRows e => [Of(e.Table.Name, rowsOnly: true)],
        UpdatesRows e => [Of(e.Table.Name, rowsOnly: true)],
        DeletesRows e => [Of(e.Table.Name, rowsOnly: true)],
        UnknownEffect => known.Where(n => Words.Contains(text, n)).Select(n => Of(n, rowsOnly: false)),
        _ => [],
    };

    private IEnumerable<Gap> Of(Operation operation, DatabaseKind read) => operation switch
    {
        CreateIndex o => [Of(o.Index.Name ?? "", rowsOnly: false), Of(o.Index.Table.Name, rowsOnly: true)],
        InsertRows or UpdateRows or DeleteRows => Touched.Tables(operation, read).Select(t => Of(t.Name, rowsOnly: true)),
        AddForeignKey o => [Of(o.ForeignKey.Table.Name, rowsOnly: false)],
        _ => Touched.Tables(operation, read).Select(t => Of(t.Name, rowsOnly: false)),
    };

    private Gap Of(string name, bool rowsOnly) => new(name, rowsOnly, link.Entry.Version, link.Entry.Class);
}
