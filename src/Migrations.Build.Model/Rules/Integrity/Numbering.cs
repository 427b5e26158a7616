using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Rules.Integrity;

/// <summary>A value that a step gives to a column whose rows the database numbers.</summary>
/// <param name="Overrides">Whether the step says that its value stands.</param>
/// <param name="Updates">Whether it changes rows that are there.</param>
/// <param name="Highest">The highest of the values; null where it is not known.</param>
internal sealed record Numbering(TracedStep Step, TableName Table, Column Column, bool Overrides, bool Updates, long? Highest)
{
    private static readonly string[] OverridingFeatures = ["PostgresOverridingIdentityValues", "SqlServerIdentityInsert"];

    /// <summary>Those of a way.</summary>
    public static IEnumerable<Numbering> Of(Trace trace, Dialect dialect) =>
        from step in trace.Steps
        where step.Refusal is null
        from found in Given(step, dialect)
        select found;

    /// <summary>Whether the column refuses any value but its own; PostgreSQL has such columns from version 10, and a serial one before.</summary>
    public bool IsStrict(DatabaseTarget target) => target.Kind switch
    {
        DatabaseKind.SqlServer => true,
        DatabaseKind.Postgres => !IsSerial && Engines.Major(target) >= 10 && !Column.Features.Any(f => f.Key == "PostgresIdentityGeneration" && f.Values[0].Text == "ByDefault"),
        _ => false,
    };

    private bool IsSerial => Column.Type.Custom?.EndsWith("serial", StringComparison.OrdinalIgnoreCase) == true;

    private static IEnumerable<Numbering> Given(TracedStep step, Dialect dialect) => step.Step.Operation switch
    {
        InsertRows o when o.Features.Any(f => f.Key == OverridingFeatures[0] && f.Values[0].Text == "User") => [],
        InsertRows o => Given(step, dialect, o.Table, o.Rows.SelectMany(r => r.Cells), o.Features.Any(f => OverridingFeatures.Contains(f.Key)), updates: false),
        UpdateRows o => Given(step, dialect, o.Table, o.Set, overrides: false, updates: true),
        RawSql o => SqlEffects.Read(o.Text, dialect.Kind).SelectMany(e => Given(step, dialect, e)),
        _ => [],
    };

    private static IEnumerable<Numbering> Given(TracedStep step, Dialect dialect, SqlEffect effect) => effect switch
    {
        InsertsRows e => Columns(step, dialect, e.Table, e.Columns).Select(c => new Numbering(step, e.Table, c, e.Overrides, false, null)),
        UpdatesRows e => Columns(step, dialect, e.Table, e.Columns).Select(c => new Numbering(step, e.Table, c, false, true, null)),
        SqlChange { Operation: InsertRows or UpdateRows } e => Given(step with { Step = step.Step with { Operation = e.Operation } }, dialect).Select(n => n with { Step = step }),
        _ => [],
    };

    private static IEnumerable<Numbering> Given(TracedStep step, Dialect dialect, TableName table, IEnumerable<Cell> cells, bool overrides, bool updates) =>
        from cell in cells
        where !(cell.Value is { Kind: ValueKind.Sql, Text: var text } && string.Equals(text?.Trim(), "DEFAULT", StringComparison.OrdinalIgnoreCase))
        group cell.Value by cell.Column into given
        from column in Columns(step, dialect, table, [given.Key])
        select new Numbering(step, table, column, overrides, updates, given.Max(v => long.TryParse(v.Text, out var number) ? number : (long?)null));

    private static IEnumerable<Column> Columns(TracedStep step, Dialect dialect, TableName table, IEnumerable<string> names) =>
        names.Select(n => step.Before.Tables.Find(table)?.FindColumn(n, dialect)).OfType<Column>().Where(c => c.Identity);
}
