using System.Text.RegularExpressions;
using CsCheck;
using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Tests.Rendering.Sqlite;

/// <summary>Random tables, random rows, random operations, on real files.</summary>
public sealed partial class RebuildLaws
{
    [Fact]
    public void Operations_change_what_they_name_and_keep_every_row() =>
        Gen.Int[0, int.MaxValue].Sample(Bears, seed: "0000KMQl24Lb", iter: 2_000, threads: 2);

    [Fact]
    public void Up_and_then_down_is_as_before() =>
        Gen.Int[0, int.MaxValue].Sample(Returns, seed: "0000KMQl24Lb", iter: 1_000, threads: 2);

    private static void Bears(int seed)
    {
        var table = new AnyTable(seed);
        using var file = new RebuiltFile(table.Setup);
        Fill(file, table);
        Operation[] operations = [.. Enumerable.Range(0, 1 + (seed % 3)).Select(table.Operation)];
        // The columns that the operations drop are not among the table's any more.
        string[] columns = [.. table.Columns.Select(c => c.Name), .. table.Generated];
        var (objects, rows) = (file.Objects(), State(file, table, columns));

        var rendered = file.Do(operations);

        Assert.Empty(rendered.Findings.Where(f => f.Severity != Severity.Info));
        Assert.Equal(rows, State(file, table, columns));
        var after = file.Objects();
        foreach (var (name, text) in objects.Where(o => o.Key != table.Name))
        {
            Assert.Equal(text, after[name]);
        }

        Assert.Equal(objects.Count, after.Count);
        file.Execute("INSERT INTO Others VALUES (12345)");
    }

    private static void Returns(int seed)
    {
        var table = new AnyTable(seed);
        using var file = new RebuiltFile(table.Setup);
        Fill(file, table);
        var name = TableName.Of(table.Name);
        var column = table.Columns[seed % table.Columns.Count];
        string[] columns = [.. table.Columns.Select(c => c.Name), .. table.Generated];
        var (objects, rows) = (file.Objects(), State(file, table, columns));

        var (up, down) = Way(seed % 4, name, column.Name, column.HasDefault, table.Generated.Count > 0);
        Assert.Empty(file.Do(up).Findings.Where(f => f.Severity != Severity.Info));
        Assert.NotEqual(objects[table.Name], file.Table(table.Name));
        Assert.Empty(file.Do(down).Findings.Where(f => f.Severity != Severity.Info));

        Assert.Equal(Words(objects), Words(file.Objects()));
        Assert.Equal(rows, State(file, table, columns));
    }

    // SQLite's own DROP COLUMN leaves other blanks behind.
    private static Dictionary<string, string> Words(Dictionary<string, string> objects) => objects.ToDictionary(o => o.Key, o => Blank().Replace(o.Value, ""));

    [GeneratedRegex(@"/\*.*?\*/|--[^\n]*|\s", RegexOptions.Singleline)]
    private static partial Regex Blank();

    private static (Operation Up, Operation Down) Way(int way, TableName table, string column, bool hasDefault, bool hasGenerated) => way switch
    {
        0 when !hasDefault => (new SetDefault(table, column, Value.Of(1)), new DropDefault(table, column)),
        1 => (new AddForeignKey(new("the new", table, Model.Items.Of(column), TableName.Of("Others"), Model.Items.Of("Id"))), new DropForeignKey(table, "the new")),
        2 when hasGenerated => (new AddKey(table, KeyKind.Unique, new(null, Model.Items.Of(column, "gen"))), new DropKey(table, KeyKind.Unique, null) { Columns = Model.Items.Of(column, "gen") }),
        _ => (new AddColumn(table, new("added", new(TypeKind.Custom, Custom: "TEXT")) { Nullable = true, Computed = new("'x'", true) }), new DropColumn(table, "added")),
    };

    // What refers to nothing would fail every migration.
    private static void Fill(RebuiltFile file, AnyTable table)
    {
        file.Execute(table.Rows(5));
        foreach (var column in table.Columns)
        {
            file.Execute($"INSERT OR IGNORE INTO Others SELECT {AnyTable.Q(column.Name)} FROM {AnyTable.Q(table.Name)}");
        }
    }

    private static List<string> State(RebuiltFile file, AnyTable table, IEnumerable<string> columns)
    {
        var there = file.Rows($"SELECT name FROM pragma_table_xinfo('{table.Name.Replace("'", "''", StringComparison.Ordinal)}')");
        return
        [
            .. file.RowsOf(table.Name, columns.Where(there.Contains).Intersect(table.Columns.Select(c => c.Name).Concat(table.Generated)), table.HasRowId),
            .. file.Rows("SELECT x FROM Log"),
            .. file.Rows("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'").SelectMany(_ => file.Rows("SELECT name, seq FROM sqlite_sequence")),
        ];
    }
}
