using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Integrity;

/// <summary>A table, a column or a key is dropped while a foreign key refers to it.</summary>
public static class ReferencedKeyDropped
{
    /// <summary>The rule: what is dropped, its name, and the foreign key.</summary>
    public static Rule Rule { get; } = new("MIG0711", nameof(ReferencedKeyDropped))
    {
        Title = "Something is dropped while a foreign key refers to it",
        Message = "{0} '{1}' is dropped while foreign key '{2}' refers to it. "
            + "The server refuses that, and SQLite refuses the rows that the foreign key should check from then on. "
            + "Drop the foreign key first.",
        Severity = Severity.Error,
        Check = Check,
    };

    /// <summary>Whether a foreign key refers to these columns of a table when Up begins.</summary>
    internal static bool IsReferenced(Pass pass, Table table, Items<string> columns) =>
        References.To(pass.Before, table.Name).Any(f => AreSame(f.Targets(table), columns, pass));

    private static IEnumerable<Finding> Check(Pass pass) =>
        from change in pass.UpChanges<Operation>()
        let gone = Gone(change.Change, pass)
        where gone is not null
        from key in References.To(change.Change.Before, gone.Table.Name)
        where gone.Matters(key) && References.Has(change.Change.Step.After, key) && IsBroken(pass, key)
        select pass.Find(Rule.Id, change.Change.Step, gone.Subject, gone.Name, References.Name(key)) with
        {
            Severity = change.Change.Before.Tables.Find(key.Table) is { Touched: true } || gone.Table.Touched ? Severity.Info : null,
        };

    // SQLite lets it pass; what counts there is what Up leaves.
    private static bool IsBroken(Pass pass, ForeignKey key)
    {
        var referenced = pass.Up.After.Tables.Find(key.Referenced);
        return !pass.Dialect.LooseForeignKeys
            || (References.Has(pass.Up.After, key) && (referenced is null || !References.CanRefer(referenced, key.Targets(referenced), pass.Dialect)));
    }

    private static Target? Gone(Change change, Pass pass) => change.Operation switch
    {
        DropTable o when change.Before.Tables.Find(o.Table) is { } table => new("table", table.Name.ToString(), table, f => !pass.Dialect.Same(f.Table, table.Name)),
        DropColumn o when change.Before.Tables.Find(o.Table) is { } table =>
            new("column", Words.Of(table.Name, o.Column), table, f => f.Targets(table).Contains(o.Column, pass.Dialect.Names)),
        DropKey o when change.Before.Tables.Find(o.Table) is { } table && KeyOf(o, table, change.Before) is { } key =>
            new(o.Kind == KeyKind.Primary ? "primary key" : "unique constraint", Words.Of(table.Name, key.Name ?? string.Join(", ", key.Columns)), table, f => IsLost(f, table, key, change, pass)),
        _ => null,
    };

    private static Key? KeyOf(DropKey drop, Table table, Schema schema) =>
        drop.Kind == KeyKind.Primary ? table.PrimaryKey : Folding.KeyFolding.FindUnique(schema, table, drop.Name, drop.Columns);

    // Another key over the same columns serves as well.
    private static bool IsLost(ForeignKey foreign, Table table, Key key, Change change, Pass pass) =>
        AreSame(foreign.Targets(table), key.Columns, pass)
        && change.After.Tables.Find(table.Name) is { } after && !References.CanRefer(after, key.Columns, pass.Dialect);

    private static bool AreSame(Items<string> a, Items<string> b, Pass pass) => a.Count == b.Count && a.All(c => b.Contains(c, pass.Dialect.Names));

    private sealed record Target(string Subject, string Name, Table Table, Func<ForeignKey, bool> Matters);
}
