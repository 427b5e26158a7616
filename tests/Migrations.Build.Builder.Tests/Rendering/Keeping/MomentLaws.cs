using CsCheck;
using Microsoft.Data.Sqlite;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;

namespace Migrations.Build.Builder.Tests.Rendering.Keeping;

/// <summary>Values and what is demanded of them come back together, whatever was done in which order; and rows with what they refer to.</summary>
public sealed class MomentLaws
{
    private static readonly string[] Codes = ["'007'", "'7'", "'x'", "'1.0'", "'1'", "'01'", "' 1'", "'é'"];

    [Fact]
    public void What_a_table_demands_and_the_values_that_fulfil_it_come_back_whatever_the_order()
    {
        var ran = Cases(200, 23, (below, told) =>
        {
            var demands = Demands.Where(_ => below(2) == 0).DefaultIfEmpty(Demands[0]).ToArray();
            Operation[] before = [Table("t", Id, C("Code", TypeKind.String) with { Nullable = !demands.Contains(Demands[1]) }, C("Note", TypeKind.String)), .. demands.Where(d => d.Again is not AlterColumn).Select(d => d.Again)];
            var up = Shuffled(below, [.. demands.Select(d => d.Gone), .. Enumerable.Range(0, 1 + below(3)).Select(_ => Changes[below(Changes.Length)])]);
            // While the column is of another type, values of that type may break what is demanded.
            Operation[] back = [.. up.OfType<AlterColumn>().Any(a => a.Column.Type.Kind != TypeKind.String) ? [Typed] : Array.Empty<Operation>(), .. Shuffled(below, demands.Select(d => d.Again))];
            using var migration = new KeptMigration(before, up, below(3) == 0 ? null : back);
            foreach (var (code, id) in Codes.Take(2 + below(Codes.Length - 2)).Select((c, i) => (c, i + 1)))
            {
                migration.File.Run($"INSERT INTO t VALUES ({id}, {code}, 'n')");
            }

            return Holds(migration, told);
        });

        // The others change values so that they break what still is demanded.
        Assert.InRange(ran, 75, 200);
    }

    [Fact]
    public void Rows_that_refer_to_one_another_come_back_whatever_the_order()
    {
        var ran = Cases(200, 29, (below, told) =>
        {
            var names = new[] { "a", "b", "c" }.Take(1 + below(3)).ToArray();
            var deferred = below(2) == 0 ? " DEFERRABLE INITIALLY DEFERRED" : "";
            var tables = names.Select(n => (Name: n, Refers: Enumerable.Range(0, 1 + below(2)).Select(_ => names[below(names.Length)]).ToArray())).ToArray();
            string Made((string Name, string[] Refers) t) => $"CREATE TABLE {t.Name} (id INTEGER PRIMARY KEY, {string.Join(", ", t.Refers.Select((r, i) => $"r{i} INTEGER REFERENCES {r}{(below(2) == 0 ? " (id)" : "")}{deferred}"))})";
            var made = tables.Select(Made).ToArray();
            var dropped = below(2) == 0;
            var up = Shuffled(below, names.Select(n => (Operation)Sql((dropped ? "DROP TABLE " : "DELETE FROM ") + n)));
            using var migration = new KeptMigration([.. made.Select(Sql)], up, dropped ? below(3) == 0 ? null : Shuffled(below, made.Select(m => (Operation)Sql(m))) : [Sql("SELECT 1")]);
            migration.File.Run("PRAGMA foreign_keys = OFF");
            foreach (var (name, refers) in tables)
            {
                for (var id = 1; id <= 3; id++)
                {
                    migration.File.Run($"INSERT INTO {name} VALUES ({id}, {string.Join(", ", refers.Select(_ => below(4) is 0 ? "NULL" : $"{1 + below(3)}"))})");
                }
            }

            return Holds(migration, told);
        });

        // With keys that are not deferred, rows in a circle cannot be deleted one table after the other.
        Assert.InRange(ran, 100, 200);
    }

    private static readonly AlterColumn Typed = new(T("t"), C("Code", TypeKind.String) with { Nullable = null });

    private static readonly (Operation Gone, Operation Again)[] Demands =
    [
        (new DropIndex(T("t"), "ix"), new CreateIndex(Index("ix", "t", "Code") with { Unique = true })),
        (new AlterColumn(T("t"), C("Code", TypeKind.String)), new AlterColumn(T("t"), C("Code", TypeKind.String) with { Nullable = false })),
        (new DropIndex(T("t"), "ix2"), new CreateIndex(Index("ix2", "t", "Note", "Code") with { Unique = true })),
    ];

    private static readonly Operation[] Changes =
    [
        new UpdateRows(T("t"), Items.Of(new Cell("Code", Value.Of("same"))), Items<Cell>.Empty, true),
        Sql("UPDATE t SET Code = NULL WHERE Id > 1"),
        Sql("UPDATE t SET Code = Code || Id"),
        Sql("UPDATE t SET Note = Code, Code = 'one' WHERE Id <> 2"),
        Sql("DELETE FROM t WHERE Code IS NULL OR Id = 2"),
        new AlterColumn(T("t"), C("Code") with { Nullable = null }),
        new AlterColumn(T("t"), C("Code", TypeKind.Double) with { Nullable = null }),
    ];

    // Whether Up ran: then Down gives everything back.
    private static bool Holds(KeptMigration migration, Func<KeptMigration, string> told)
    {
        var was = migration.Everything();
        try
        {
            migration.Up();
        }
        catch (SqliteException e) when (e.SqliteErrorCode == 19)
        {
            return false;
        }

        try
        {
            Assert.True(migration.DownLeaving().Length == 0, "not everything found its place in " + told(migration));
        }
        catch (SqliteException e)
        {
            Assert.Fail($"{e.Message} in {told(migration)}");
        }

        var has = migration.Everything();
        Assert.True(was == has, $"had\n{was}\nhas\n{has}\nin {told(migration)}");
        return true;
    }

    private static int Cases(int count, uint seed, Func<Func<int, int>, Func<KeptMigration, string>, bool> check)
    {
        var ran = 0;
        for (var i = 0; i < count; i++)
        {
            var number = i;
            var numbers = new Queue<int>(Gen.Int[0, 1 << 20].Array[80, 80].Generate(new PCG(seed, (ulong)i), null, out _));
            ran += check(n => numbers.TryDequeue(out var next) ? next % n : 0, m => $"case {number}:\n{string.Join('\n', m.Rendered.Up.Append(new(default, "-- Down")).Concat(m.Rendered.Down).Select(s => s.Text))}") ? 1 : 0;
        }

        return ran;
    }

    private static Operation[] Shuffled(Func<int, int> below, IEnumerable<Operation> operations)
    {
        var (from, to) = (operations.ToList(), new List<Operation>());
        while (from.Count > 0)
        {
            var next = below(from.Count);
            to.Add(from[next]);
            from.RemoveAt(next);
        }

        return [.. to];
    }

    private static RawSql Sql(string text) => new(text, SqlSource.Statement);
}
