using CsCheck;
using Microsoft.Data.Sqlite;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Inverting;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using static Migrations.Build.Builder.Tests.Samples.Ops;

namespace Migrations.Build.Builder.Tests.Rendering.Keeping;

/// <summary>Whatever a migration does to rows that were there, its inferred Down brings every one of them back.</summary>
public sealed class KeepingLaws
{
    private static readonly string[] Values = ["NULL", "1", "0", "1.5", "'x'", "''", "'007'", "X'00ff'", "'it''s'", "-9007199254740993"];
    private static readonly string[] Names = ["a", "B b", "ключ", "it's"];

    [Fact]
    public void Up_and_down_give_every_row_back()
    {
        for (var i = 0; i < 600; i++)
        {
            var numbers = new Queue<int>(Gen.Int[0, 1 << 20].Array[60, 120].Generate(new PCG(17, (ulong)i), null, out _));
            Check(n => numbers.TryDequeue(out var next) ? next % n : 0, i);
        }
    }

    private static void Check(Func<int, int> below, int number)
    {
        Operation[] before = [Made("t", below), Made("u v", below)];
        var up = Steps(below, After(DatabaseKind.Sqlite, before));
        using var migration = new KeptMigration(before, up);
        foreach (var table in before.Cast<CreateTable>())
        {
            Fill(migration, table, below);
        }

        var was = before.Cast<CreateTable>().Select(t => Rows(migration, t)).ToArray();
        var told = $"case {number}:\n{string.Join('\n', up.AsEnumerable())}\n{string.Join('\n', migration.Rendered.Up.Concat(migration.Rendered.Down).Select(s => s.Text))}";
        try
        {
            migration.Up();
            migration.Down();
        }
        catch (SqliteException e)
        {
            Assert.Fail($"{e.Message} in {told}");
        }

        for (var t = 0; t < before.Length; t++)
        {
            var rows = Rows(migration, (CreateTable)before[t]);
            Assert.True(was[t].SequenceEqual(rows), $"had\n{string.Join('\n', was[t])}\nhas\n{string.Join('\n', rows)}\nin {told}");
        }
    }

    private static IReadOnlyList<string> Rows(KeptMigration migration, CreateTable table) =>
        [.. migration.File.Rows(table.Table.Name, columns: string.Join(", ", table.Columns.Select(c => "\"" + c.Name + "\""))).Order(StringComparer.Ordinal)];

    private static CreateTable Made(string name, Func<int, int> below)
    {
        var columns = Enumerable.Range(0, 2 + below(3)).Select(i => C(Names[i], below(3) == 0 ? TypeKind.String : TypeKind.Custom) with { Type = below(2) == 0 ? new(TypeKind.String) : new(TypeKind.Custom) { Custom = "" } });
        return Table(name, below(4) == 0 ? [.. columns] : [C("id") with { Nullable = false, PrimaryKey = true, PrimaryKeyName = "PK_" + name }, .. columns]);
    }

    private static void Fill(KeptMigration migration, CreateTable table, Func<int, int> below)
    {
        for (var row = 1; row <= 1 + below(6); row++)
        {
            var values = table.Columns.Select(c => c.PrimaryKey ? (row * 3).ToString(System.Globalization.CultureInfo.InvariantCulture) : Values[below(Values.Length)]);
            migration.File.Run($"INSERT INTO \"{table.Table.Name}\" VALUES ({string.Join(", ", values)})");
        }
    }

    private static Operation[] Steps(Func<int, int> below, Schema schema)
    {
        var made = new List<Operation>();
        while (made.Count < 1 + below(5))
        {
            var operation = Next(below, schema);
            if (Fold.Apply(schema, operation) is { Refusal: null } folded && Invert.Operation(operation, schema).Wholeness != Wholeness.None)
            {
                made.Add(operation);
                schema = folded.After;
            }
            else if (below(8) == 0)
            {
                break;
            }
        }

        return [.. made];
    }

    private static Operation Next(Func<int, int> below, Schema schema)
    {
        if (schema.Tables.Count == 0)
        {
            return new CreateTable(T("new"), Items.Of(C("a")));
        }

        var table = schema.Tables[below(schema.Tables.Count)];
        var column = table.Columns[below(table.Columns.Count)].Name;
        var (name, isKey) = ("\"" + table.Name.Name + "\"", table.PrimaryKey?.Columns.Contains(column) == true);
        return below(9) switch
        {
            0 when !isKey && table.Columns.Count > 1 => new DropColumn(table.Name, column),
            1 => new DropTable(table.Name),
            2 when !isKey => new UpdateRows(table.Name, Items.Of(new Cell(column, Value.Of("new"))), Items.Of(new Cell(table.Columns[0].Name, Value.Of(3))), below(2) == 0),
            3 => new DeleteRows(table.Name, Items.Of(Row(column, Value.Of("x")), Row(column, Value.Null)), below(3) == 0),
            4 when !isKey => new RawSql($"UPDATE {name} SET \"{column}\" = \"{column}\" || '!' WHERE rowid % 2 = 0", SqlSource.Statement),
            5 => new RawSql($"DELETE FROM {name} WHERE rowid % 3 = 0", SqlSource.Statement),
            6 when Names[below(Names.Length)] is var to && to != table.Name.Name => new RenameTable(table.Name, to),
            7 when !isKey && Names[below(Names.Length)] is var to && to != column => new RenameColumn(table.Name, column, to),
            _ => new AddColumn(table.Name, C(Names[below(Names.Length)], TypeKind.String)),
        };
    }
}
