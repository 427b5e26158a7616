using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>Folds what cannot be read: the tables that it may touch, or everything, are known less from then on.</summary>
internal static class OpaqueFolding
{
    public static Schema Touch(Schema before, IReadOnlyCollection<string> touches) => touches.Count == 0
        ? before with { Touched = true, Tables = before.Tables.Each(Touched) }
        : touches.Aggregate(before, Touch);

    public static Schema Touch(Schema before, TableName name) =>
        before.With(Touched(before.Tables.Find(name) ?? new Table(before.Dialect.Resolve(name), Items<Column>.Empty)));

    // A declared table that no operation made is made, or at least changed, by the opaque step itself.
    private static Schema Touch(Schema before, string declared)
    {
        var meanings = Declaration.Of(declared).Select(m => m.Table).ToItems();
        var known = meanings.Where(n => before.Tables.Find(n) is not null).ToItems();
        return (known.Count > 0 ? known : Items.Of(meanings[0])).Aggregate(before, Touch);
    }

    private static Table Touched(Table table) => table with { Touched = true, Filled = true };
}
