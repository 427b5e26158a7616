using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Rules;

/// <summary>A change that a step makes, said by an operation or by SQL text that could be read as one, with the schema around it.</summary>
internal sealed record Change(TracedStep Step, Operation Operation, Schema Before, Schema After)
{
    /// <summary>What the same SQL text does before it.</summary>
    public IReadOnlyList<SqlEffect> Ahead { get; init; } = [];

    /// <summary>What the same SQL text does after it.</summary>
    public IReadOnlyList<SqlEffect> Behind { get; init; } = [];

    /// <summary>The changes of a step; none where it does not fit the schema that it meets.</summary>
    public static IEnumerable<Change> Of(TracedStep step, Items<string> touches) => step switch
    {
        { Refusal: not null } => [],
        { Step.Operation: RawSql sql } => Of(step, SqlEffects.Read(sql.Text, step.Before.Database), touches),
        _ => [new(step, step.Step.Operation, step.Before, step.After)],
    };

    private static IEnumerable<Change> Of(TracedStep step, Items<SqlEffect> effects, Items<string> touches)
    {
        var before = step.Before;
        for (var i = 0; i < effects.Count; i++)
        {
            var after = RawSqlFolding.Apply(before, effects[i], touches);
            if (Read(effects[i], before) is { } operation)
            {
                yield return new(step, operation, before, after) { Ahead = [.. effects.Take(i)], Behind = [.. effects.Skip(i + 1)] };
            }

            before = after;
        }
    }

    private static Operation? Read(SqlEffect effect, Schema before) => effect switch
    {
        SqlChange e => e.Operation,
        CreatesTable e => new CreateTable(e.Definition.Name, e.Definition.Columns) { IfNotExists = e.IfNotExists },
        CreatesIndex e => new CreateIndex(e.Index),
        DropsIndex e => (e.Table ?? Owner(e, before)) is { } table ? new DropIndex(table, e.Index.Name) : null,
        DropsConstraint e => before.Tables.Find(e.Table) is { } table ? Constraint(table, e.Name, before) : null,
        SetsNullable e => before.Tables.Find(e.Table)?.FindColumn(e.Column, before.Dialect) is { } column
            ? new AlterColumn(e.Table, column with { Nullable = e.Nullable })
            : null,
        _ => null,
    };

    private static TableName? Owner(DropsIndex effect, Schema before) =>
        before.Tables.FirstOrDefault(t => t.FindIndex(effect.Index.Name, before.Dialect) is not null || t.FindUnique(effect.Index.Name, before.Dialect) is not null)?.Name;

    private static Operation? Constraint(Table table, string? name, Schema before) =>
        name is null || (table.PrimaryKey?.Name is { } primary && before.Dialect.Names.Equals(primary, name)) ? new DropKey(table.Name, KeyKind.Primary, name)
        : table.FindUnique(name, before.Dialect) is not null ? new DropKey(table.Name, KeyKind.Unique, name)
        : table.FindForeignKey(name, before.Dialect) is not null ? new DropForeignKey(table.Name, name)
        : null;
}
