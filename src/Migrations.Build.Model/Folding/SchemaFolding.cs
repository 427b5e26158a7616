using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>Folds the operations on schemas.</summary>
internal static class SchemaFolding
{
    public static Folded Create(Schema before, CreateSchema operation)
    {
        if (before.Schemas.Contains(operation.Name, before.Dialect.Names))
        {
            return new(before, before.Touched ? null : Refused.Exists("schema", operation.Name));
        }

        var names = before.Schemas.Concat([operation.Name]).OrderBy(n => n, StringComparer.Ordinal).ToItems();
        return Folded.To(before with { Schemas = names });
    }

    public static Folded Drop(Schema before, DropSchema operation)
    {
        var rest = before.Schemas.Where(n => !before.Dialect.Names.Equals(n, operation.Name)).ToItems();
        return rest.Count == before.Schemas.Count
            ? new(before, Known.MissingSchema(before, operation.Name))
            : Folded.To(before with { Schemas = rest });
    }
}
