using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering;

/// <summary>The schemas that an operation names beside its tables.</summary>
internal static class Schemas
{
    /// <summary>Those schemas.</summary>
    public static IEnumerable<string> Of(Operation operation)
    {
        var found = new List<string>();
        Map(operation, table =>
        {
            found.AddRange(table.Schema is null ? [] : [table.Schema]);
            return table;
        });
        return found;
    }

    /// <summary>The operation on tables of no schema.</summary>
    public static Operation Without(Operation operation) => Map(operation, table => table with { Schema = null });

    private static Operation Map(Operation operation, Func<TableName, TableName> map) => operation switch
    {
        CreateTable o => o with { Table = map(o.Table) },
        DescribeTable o => o with { Table = map(o.Table) },
        DropTable o => o with { Table = map(o.Table) },
        RenameTable o => o with { Table = map(o.Table) },
        AddColumn o => o with { Table = map(o.Table) },
        AlterColumn o => o with { Table = map(o.Table) },
        DropColumn o => o with { Table = map(o.Table) },
        RenameColumn o => o with { Table = map(o.Table) },
        SetDefault o => o with { Table = map(o.Table) },
        DropDefault o => o with { Table = map(o.Table) },
        AddKey o => o with { Table = map(o.Table) },
        DropKey o => o with { Table = map(o.Table) },
        AddForeignKey o => new AddForeignKey(o.ForeignKey with { Table = map(o.ForeignKey.Table), Referenced = map(o.ForeignKey.Referenced) }),
        DropForeignKey o => o with { Table = map(o.Table) },
        CreateIndex o => new CreateIndex(o.Index with { Table = map(o.Index.Table) }),
        DropIndex o => o with { Table = map(o.Table) },
        InsertRows o => o with { Table = map(o.Table) },
        UpdateRows o => o with { Table = map(o.Table) },
        DeleteRows o => o with { Table = map(o.Table) },
        _ => operation,
    };
}
