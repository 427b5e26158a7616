using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A column that must be unique joins a table in use with one value for all of its rows.</summary>
public static class UniqueConstantDefault
{
    /// <summary>The rule: the column, and the value.</summary>
    public static Rule Rule { get; } = new("MIG0315", nameof(UniqueConstantDefault))
    {
        Title = "A unique column is added with one value for every row",
        Message = "Column '{0}' is added with the default '{1}' and is to be unique. "
            + "Every row that is there gets the same value, so the migration fails as soon as the table has two. "
            + "Add it as nullable without a default, give each row its own value, and make it unique after.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from added in pass.UpChanges<AddColumn>()
        let table = added.Operation.Table
        let column = added.Operation.Column
        where IsOneForAll(column.Default) && pass.MayHaveRows(added.Change.Step, table)
        let unique = column.PrimaryKey ? added.Change.Step : MadeUnique(pass, table, column.Name)
        where unique is not null && !IsGivenValues(pass, added.Change.Step, unique, table, column.Name)
        select pass.Find(Rule.Id, unique, Words.Of(table, column.Name), Words.Of(column.Default!));

    // The time is the same for all rows of a statement; only a GUID is another for each.
    private static bool IsOneForAll(Value? value) => value switch
    {
        null or { Kind: ValueKind.Null or ValueKind.Unknown } => false,
        { Kind: ValueKind.System } => value.Text is not ("NewGuid" or "NewSequentialId"),
        { Kind: ValueKind.Sql, Text: { } text } => text.Trim('(', ')', ' ') is { Length: > 0 } plain && (plain[0] == '\'' || plain.All(c => c is >= '0' and <= '9' or '.' or '-')),
        _ => true,
    };

    private static TracedStep? MadeUnique(Pass pass, TableName table, string column) => pass.UpChanges<Operation>()
        .Where(c => c.Operation switch
        {
            CreateIndex { Index: { Unique: true } index } => IsThis(pass, index.Table, table) && IsFull(index) && IsAlone(pass, index.Columns.Select(i => i.Name).ToItems(), column),
            AddKey key => IsThis(pass, key.Table, table) && IsAlone(pass, key.Key.Columns, column),
            _ => false,
        })
        .Select(c => c.Change.Step)
        .FirstOrDefault();

    private static bool IsThis(Pass pass, TableName a, TableName b) => pass.Dialect.Same(a, b);

    private static bool IsAlone(Pass pass, Items<string> columns, string column) => columns.Count == 1 && pass.Dialect.Names.Equals(columns[0], column);

    private static bool IsFull(TableIndex index) => !index.Features.Any(f => f.Key.IndexOf("Filter", StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsGivenValues(Pass pass, TracedStep from, TracedStep to, TableName table, string column) => pass.Up.Steps
        .SkipWhile(s => !ReferenceEquals(s, from))
        .TakeWhile(s => !ReferenceEquals(s, to))
        .Any(s => (s.Step.Operation is UpdateRows update && pass.Dialect.Same(update.Table, table) && update.Set.Any(c => pass.Dialect.Names.Equals(c.Column, column)))
            || (s.Step.Operation is RawSql && !ReferenceEquals(s, from) && Touched.Tables(s.Step.Operation, pass.Target.Kind).Any(t => pass.Dialect.Same(t, table)))
            || OpaqueReach.Of(s, pass.Migration.Touches).Includes(table, pass.Dialect));
}
