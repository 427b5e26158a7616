using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Keeping;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Rules.DataLoss;

/// <summary>What steps do to rows, whether operations or SQL text say it.</summary>
internal static class Written
{
    /// <summary>The steps of Up that do something of one kind to rows.</summary>
    public static IEnumerable<(TracedStep Step, T Effect)> In<T>(Pass pass)
        where T : SqlEffect => pass.Up.Steps.Where(s => s.Refusal is null).SelectMany(s => Of(s.Step.Operation, pass.Target.Kind).OfType<T>().Select(e => (s, e)));

    /// <summary>Whether a step carries values of one column of a table over to another one.</summary>
    public static bool Carries(TracedStep step, TableName table, string from, string to) => step.Step.Operation switch
    {
        UpdateRows o => step.Before.Dialect.Same(o.Table, table) && o.Set.Any(c => step.Before.Dialect.Names.Equals(c.Column, to) && c.Value.Kind == ValueKind.Sql && Names(c.Value.Text!, from, step.Before.Dialect)),
        RawSql o => Of(o, step.Before.Database).OfType<UpdatesRows>().Any(e => step.Before.Dialect.Same(e.Table, table) && e.Columns.Contains(to, step.Before.Dialect.Names))
            && StatementSplitter.Split(o.Text, step.Before.Database, insideBatches: true).Any(s => Carries(s, from, to, step.Before.Dialect)),
        _ => false,
    };

    /// <summary>Whether a step before the given one copies rows of a table into another table.</summary>
    public static bool IsCopied(Pass pass, TableName table) => pass.Up.Steps.Any(s => s.Step.Operation is RawSql sql && Copies(Of(sql, pass.Target.Kind), table, pass.Dialect));

    /// <summary>Whether something that cannot be read may have carried rows of a table away before it went.</summary>
    public static bool MayBeCopied(Pass pass, TableName table) => pass.Up.Steps.Any(s => OpaqueReach.OfRows(s, pass.Migration.Touches).Includes(table, pass.Dialect));

    /// <summary>Whether a table, or a column of it, that a step meets was there before the migration, under this name or another.</summary>
    public static bool IsOlder(Pass pass, TracedStep step, TableName table, string? column = null) =>
        new Renaming(pass.Up.Steps, pass.Dialect).Back(new(table, column), pass.Up.Steps.TakeWhile(s => !ReferenceEquals(s, step)).Count()) is { } then
        && pass.Before.Tables.Find(then.Table) is { } old
        && (then.Column is null || old.FindColumn(then.Column, pass.Dialect) is not null);

    private static bool Copies(IEnumerable<SqlEffect> effects, TableName table, Dialect dialect) =>
        effects.OfType<ReadsTable>().Any(e => dialect.Same(e.Table, table)) && effects.Any(e => e is InsertsRows or CreatesTable or DoesOther { Subject: "temporary table" });

    private static bool Carries(SqlStatement statement, string from, string to, Dialect dialect)
    {
        var set = statement.Tokens.SkipWhile(t => !t.Is("SET")).TakeWhile(t => !t.Is("WHERE")).Where(IsName).ToArray();
        var at = Array.FindIndex(set, t => dialect.Names.Equals(t.Text, to));
        return at >= 0 && set.Skip(at + 1).Any(t => dialect.Names.Equals(t.Text, from));
    }

    private static bool Names(string text, string column, Dialect dialect) =>
        StatementSplitter.Split(text, dialect.Kind, insideBatches: true).SelectMany(s => s.Tokens).Any(t => IsName(t) && dialect.Names.Equals(t.Text, column));

    private static bool IsName(SqlToken token) => token.Kind is SqlTokenKind.Word or SqlTokenKind.Name;

    internal static IEnumerable<SqlEffect> Of(Operation operation, DatabaseKind database) => operation switch
    {
        DeleteRows o => [new DeletesRows(o.Table, o.AllRows)],
        UpdateRows o => [new UpdatesRows(o.Table, o.AllRows) { Columns = o.Set.Select(c => c.Column).ToItems() }],
        RawSql o => SqlEffects.Read(o.Text, database).SelectMany(e => e is SqlChange { Operation: DeleteRows or UpdateRows } change ? Of(change.Operation, database) : [e]),
        _ => [],
    };
}
