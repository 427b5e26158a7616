using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A required column loses its default in the release that adds it.</summary>
public static class DefaultRemovedEarly
{
    /// <summary>The rule: the column.</summary>
    public static Rule Rule { get; } = new("MIG0309", nameof(DefaultRemovedEarly))
    {
        Title = "A new required column loses its default in the same release",
        Message = "The default of column '{0}' is dropped in the release that adds the column as NOT NULL. "
            + "Applications of the release before, which still run during a rollout, do not write the column, and their inserts fail. "
            + "Keep the default for this release and drop it in a later one.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from dropped in pass.UpChanges<DropDefault>()
        let table = dropped.Operation.Table
        let name = dropped.Operation.Column
        where dropped.Change.Before.Tables.Find(table)?.FindColumn(name, pass.Dialect) is { Nullable: false, Default: not null }
            && IsBare(pass.Up.After.Tables.Find(table)?.FindColumn(name, pass.Dialect))
            && IsAddedNow(pass, dropped.Change.Step, table, name)
        select pass.Find(Rule.Id, dropped.Change.Step, Words.Of(table, name));

    private static bool IsBare(Column? column) => column is { Nullable: false, Default: null, Identity: false, Computed: null };

    // By this migration, or by another one of the same release, to a table that was in use before.
    private static bool IsAddedNow(Pass pass, TracedStep drop, TableName table, string column) =>
        pass.UpChanges<AddColumn>().Any(a => pass.Dialect.Same(a.Operation.Table, table)
            && pass.Dialect.Names.Equals(a.Operation.Column.Name, column)
            && pass.MayHaveRows(a.Change.Step, table))
        || (pass.New.IsNew(table, column) && pass.MayHaveRows(drop, table));
}
