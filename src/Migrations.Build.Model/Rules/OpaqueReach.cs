using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules;

/// <summary>What a step that cannot be read in full may have changed without saying so: everything, some tables, or nothing.</summary>
internal sealed record OpaqueReach(bool Everything, Items<TableName> Tables)
{
    private static readonly OpaqueReach Nothing = new(false, Items<TableName>.Empty);

    /// <summary>The tables whose shape may have changed. Folding is asked, on a schema without anything, so that both read alike.</summary>
    public static OpaqueReach OfShape(Operation operation, DatabaseKind database, Items<string> touches)
    {
        if (operation is not (RawSql or CodeStep or Opaque))
        {
            return Nothing;
        }

        var after = Fold.Apply(Schema.Empty(database), operation, touches).After;
        return new(after.Touched, after.Tables.Where(t => t.Touched).Select(t => t.Name).ToItems());
    }

    /// <summary>The tables whose rows may have changed.</summary>
    public static OpaqueReach OfRows(Operation operation, DatabaseKind database, Items<string> touches)
    {
        var shape = OfShape(operation, database, touches);
        return operation is RawSql ? shape with { Tables = shape.Tables.Concat(Touched.Tables(operation, database)).ToItems() } : shape;
    }

    /// <summary>Whether a table is within reach.</summary>
    public bool Includes(TableName table, Dialect dialect) => Everything || Tables.Any(t => dialect.Same(t, table));
}
