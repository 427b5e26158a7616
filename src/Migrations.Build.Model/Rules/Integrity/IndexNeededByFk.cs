using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Integrity;

/// <summary>An index is dropped that a foreign key cannot do without.</summary>
public static class IndexNeededByFk
{
    /// <summary>The rule: the index, the foreign key, and what the index does for it.</summary>
    public static Rule Rule { get; } = new("MIG0710", nameof(IndexNeededByFk))
    {
        Title = "An index is dropped that a foreign key needs",
        Message = "Index '{0}' is dropped, and foreign key '{1}' needs it: {2}. "
            + "The server refuses that, and SQLite refuses the rows that the foreign key should check from then on. "
            + "Make another index over the same columns first, or drop the foreign key.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from dropped in pass.UpChanges<DropIndex>()
        let found = IndexFolding.Find(dropped.Change.Before, dropped.Operation)
        where found is not null
        let table = found.Value.Owner
        let after = dropped.Change.After.Tables.Find(table.Name)
        where after is not null
        from needed in Needs(pass, dropped.Change, table, after)
        where References.Has(dropped.Change.Step.After, needed.Key)
        select pass.Find(Rule.Id, dropped.Change.Step, Words.Of(table.Name, found.Value.Index.Name), References.Name(needed.Key), needed.Why) with
        {
            Severity = table.Touched || dropped.Change.Before.Tables.Find(needed.Key.Table) is { Touched: true } ? Severity.Info : null,
        };

    private static IEnumerable<(ForeignKey Key, string Why)> Needs(Pass pass, Change change, Table before, Table after)
    {
        bool Loses(Func<Table, bool> holds) => holds(before) && !holds(after);
        var referring = References.To(change.Before, before.Name)
            .Where(f => Loses(t => References.CanRefer(t, f.Targets(before), pass.Dialect)) && IsBroken(pass, f))
            .Select(f => (f, "nothing else makes the columns that it refers to unique"));
        var own = pass.Dialect.DropColumnShrinksIndexes
            ? before.ForeignKeys.Where(f => Loses(t => References.Supports(t, f.Columns, pass.Dialect))).Select(f => (f, "that server wants an index over the columns that refer, and no other one begins with them"))
            : [];
        return referring.Concat(own);
    }

    // SQLite lets it pass; what counts there is what Up leaves.
    private static bool IsBroken(Pass pass, ForeignKey key) => !pass.Dialect.LooseForeignKeys
        || (References.Has(pass.Up.After, key) && pass.Up.After.Tables.Find(key.Referenced) is { } referenced && !References.CanRefer(referenced, key.Targets(referenced), pass.Dialect));
}
