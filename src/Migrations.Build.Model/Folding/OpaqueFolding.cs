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

    /// <summary>The declared <c>table</c>, <c>table.column</c>, <c>schema.table</c> or <c>schema.table.column</c>.</summary>
    private static Schema Touch(Schema before, string declared)
    {
        var readings = Readings(declared.Split('.')).ToItems();
        var known = readings.Where(n => before.Tables.Find(n) is not null).ToItems();

        // A declared table that no operation made is made, or at least changed, by the opaque step itself.
        return (known.Count > 0 ? known : Items.Of(readings[readings.Count - 1])).Aggregate(before, Touch);
    }

    private static IEnumerable<TableName> Readings(string[] parts)
    {
        if (parts.Length > 1)
        {
            yield return new TableName(parts[0], parts[1]);
        }

        yield return TableName.Of(parts[0]);
    }

    private static Table Touched(Table table) => table with { Touched = true, Filled = true };
}
