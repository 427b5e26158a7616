using CsCheck;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Verification.Tests;

/// <summary>Makes up operations that SQLite can run, one after the other, on tables with rows.</summary>
internal static class MadeUp
{
    private static readonly TypeKind[] Kinds = [TypeKind.Int16, TypeKind.Int32, TypeKind.Int64, TypeKind.String, TypeKind.AnsiString, TypeKind.Boolean, TypeKind.Decimal, TypeKind.Date, TypeKind.DateTime, TypeKind.Guid, TypeKind.Binary, TypeKind.Double];
    private static readonly string[] Tables = ["users", "Größe", "a b", "order", "it's"];
    private static readonly string[] Names = ["name", "x y", "ключ", "select", "note", "İ"];

    /// <summary>Tries a law on made-up numbers; case n is the same everywhere and always.</summary>
    public static void ForEach(int cases, Action<Queue<int>> law)
    {
        for (var i = 0; i < cases; i++)
        {
            law(new(Gen.Int[0, 1 << 20].Array[20, 60].Generate(new PCG(1, (ulong)i), null, out _)));
        }
    }

    /// <summary>Operations, each with the schema in front of it.</summary>
    public static IReadOnlyList<(Operation Up, Schema Before)> Operations(Queue<int> numbers)
    {
        var (schema, made) = (Schema.Empty(DatabaseKind.Sqlite), new List<(Operation Up, Schema Before)>());
        while (numbers.Count > 8 || made.Count == 0)
        {
            var operation = Next(numbers, schema, made.Count);
            if (Fold.Apply(schema, operation) is { Refusal: null } folded && !folded.After.Equals(schema))
            {
                made.Add((operation, schema));
                schema = folded.After;
            }
        }

        return made;
    }

    private static Operation Next(Queue<int> numbers, Schema schema, int number)
    {
        int Below(int most) => numbers.TryDequeue(out var n) ? n % most : 0;
        if (schema.Tables.Count == 0 || Below(4) == 0)
        {
            return new CreateTable(TableName.Of(Tables[Below(Tables.Length)]), Enumerable.Range(0, 1 + Below(4)).Select(i => NewColumn(Below, Names[i], true)).Prepend(new Column("id", new(TypeKind.Int64)) { PrimaryKey = true, Identity = Below(2) == 0, Nullable = false }).ToItems());
        }

        var table = schema.Tables[Below(schema.Tables.Count)];
        var column = table.Columns[Below(table.Columns.Count)].Name;

        // What is required cannot come back to a table with rows, and SQLite drops no indexed column.
        var free = table.Columns.First(c => c.Name == column).Nullable == true && column != "id" && !table.Indexes.Any(i => i.Columns.Any(c => c.Name == column));
        return Below(8) switch
        {
            0 or 1 => new AddColumn(table.Name, NewColumn(Below, Names[Below(Names.Length)], false)),
            2 when free => new DropColumn(table.Name, column),
            3 => new RenameTable(table.Name, Tables[Below(Tables.Length)]),
            4 when column != "id" => new RenameColumn(table.Name, column, Names[Below(Names.Length)]),
            5 => new DropTable(table.Name),
            6 when table.Indexes.Count > 0 => new DropIndex(table.Name, table.Indexes[0].Name),
            _ => new CreateIndex(new TableIndex($"ix {number}", table.Name, Items.Of(new IndexColumn(column) { Descending = Below(2) == 0 })) { Unique = Below(3) == 0 && Kind(table, column) != TypeKind.Boolean }),
        };
    }

    private static TypeKind Kind(Table table, string column) => table.Columns.First(c => c.Name == column).Type.Kind;

    // Rows are there already: a column that is added may be null.
    private static Column NewColumn(Func<int, int> below, string name, bool mayBeRequired)
    {
        var kind = Kinds[below(Kinds.Length)];
        return new(name, new(kind, kind is TypeKind.String or TypeKind.AnsiString ? 5 + below(300) : null)) { Nullable = !mayBeRequired || below(2) == 0 };
    }
}
