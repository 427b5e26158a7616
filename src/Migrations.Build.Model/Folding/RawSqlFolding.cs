using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Folding;

/// <summary>
/// Folds SQL text by its effects. It refuses nothing: text names temporary tables, synonyms and much else that no operation made.
/// </summary>
internal static class RawSqlFolding
{
    public static Schema Apply(Schema before, RawSql operation, Items<string> touches) =>
        SqlEffects.Read(operation.Text, before.Database).Aggregate(before, (schema, effect) => Apply(schema, effect, touches));

    /// <summary>The schema after one effect; an unknown one touches what is declared, or everything.</summary>
    public static Schema Apply(Schema before, SqlEffect effect, Items<string> touches) => effect switch
    {
        SqlChange e => Fold.Apply(before, e.Operation).After,
        CreatesTable e => Create(before, e),
        CreatesView e => before with { Views = before.Views.With(e.View with { Name = before.Dialect.Resolve(e.View.Name) }) },
        DropsView e => before with { Views = before.Views.Without(e.View) },
        CreatesTrigger e => before with { Triggers = before.Triggers.With(Known(before, e.Trigger)) },
        DropsTrigger e => before with { Triggers = before.Triggers.Without(e.Trigger) },
        CreatesIndex e => On(before, e.Index.Table, t => t.With(Known(t, e.Index, before))),
        DropsIndex e => DropIndex(before, e),
        DropsConstraint e => On(before, e.Table, t => WithoutConstraint(t, e.Name, before)),
        DropsDependents e => WithoutDependents(before, before.Dialect.Resolve(e.Object)),
        AddsCheck e => On(before, e.Table, t => t with { Checks = t.Checks.Concat([e.Check]).OrderBy(c => c.Name ?? "", StringComparer.Ordinal).ToItems() }),
        SetsNullable e => On(before, e.Table, t => SetNullable(t, e, before)),
        AltersTable e => On(before, e.Table, t => t with { Touched = true }),
        InsertsRows e => On(before, e.Table, t => t with { Filled = true }),
        UpdatesRows or DeletesRows or ReadsTable or ControlsTransaction or DoesOther => before,
        _ => OpaqueFolding.Touch(before, touches),
    };

    private static Schema On(Schema schema, TableName name, Func<Table, Table> change) =>
        schema.Tables.Find(name) is { } table ? schema.With(change(table)) : schema;

    private static Schema Create(Schema before, CreatesTable effect)
    {
        var definition = effect.Definition with { Name = before.Dialect.Resolve(effect.Definition.Name) };
        if (effect.IfNotExists && before.Tables.Find(definition.Name) is not null)
        {
            return before;
        }

        var perhaps = definition.Touched || (effect.IfNotExists && before.Touched);
        var keys = definition.ForeignKeys.OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => f with { Table = definition.Name, Referenced = Folding.Known.Spelt(before, f.Referenced) });
        return before.With(ServerNames.Given(definition with { Touched = perhaps, ForeignKeys = keys.ToItems() }, before.Database));
    }

    private static Trigger Known(Schema schema, Trigger trigger) =>
        trigger with { Name = schema.Dialect.Resolve(trigger.Name), Table = trigger.Table is { } table ? Folding.Known.Spelt(schema, table) : null };

    private static TableIndex Known(Table table, TableIndex index, Schema schema) => index with
    {
        Table = table.Name,
        Columns = index.Columns.Select(c => c with { Name = table.FindColumn(c.Name, schema.Dialect)?.Name ?? c.Name }).ToItems(),
    };

    private static Schema DropIndex(Schema before, DropsIndex effect)
    {
        var table = effect.Table ?? before.Tables.FirstOrDefault(t => t.FindIndex(effect.Index.Name, before.Dialect) is not null)?.Name;
        return table is null ? before : Fold.Apply(before, new DropIndex(table, effect.Index.Name)).After;
    }

    private static Table WithoutConstraint(Table table, string? name, Schema schema)
    {
        bool Named(string? other) => name is not null && other is not null && schema.Dialect.Names.Equals(other, name);
        var rest = table with
        {
            PrimaryKey = name is null || Named(table.PrimaryKey?.Name) ? null : table.PrimaryKey,
            Uniques = table.Uniques.Where(k => !Named(k.Name)).ToItems(),
            ForeignKeys = table.ForeignKeys.Where(f => !Named(f.Name)).ToItems(),
            Checks = table.Checks.Where(c => !Named(c.Name)).ToItems(),
        };

        // A constraint that is not known was one that the database had named.
        return rest == table ? table with { Touched = true } : rest;
    }

    private static Schema WithoutDependents(Schema before, TableName name)
    {
        var views = before.Views;
        foreach (var view in before.Views.Where(v => Reads(v, name, before)))
        {
            views = views.Without(view.Name);
        }

        return before with
        {
            Views = views,
            Tables = before.Tables.Each(t => t with { ForeignKeys = t.ForeignKeys.Where(f => !before.Dialect.Same(f.Referenced, name)).ToItems() }),
        };
    }

    private static bool Reads(View view, TableName name, Schema schema) =>
        SqlEffects.Read(view.Text, schema.Database).OfType<ReadsTable>().Any(r => schema.Dialect.Same(r.Table, name));

    private static Table SetNullable(Table table, SetsNullable effect, Schema schema) =>
        table.FindColumn(effect.Column, schema.Dialect) is { } column ? ColumnFolding.Replaced(table, column with { Nullable = effect.Nullable }) : table;
}
