using System.Globalization;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Tests.Samples;

/// <summary>A random table with whatever SQLite's tables can have, rows for it, and operations that it must bear.</summary>
internal sealed class AnyTable
{
    private static readonly string[] Names = ["a", "B c", "q\"t", "prüf", "order", "e", "Id2", "rowid"];
    private static readonly string[] Spaces = [" ", "  ", "\n    ", " /* , ( */ ", " -- a ) comment,\n"];
    private readonly Random _random;
    private readonly List<string> _foreign = [];
    private readonly List<string> _free = [];

    public AnyTable(int seed)
    {
        _random = new Random(seed);
        Name = Pick("T", "my table", "o'hara", "x\"y", "Prüfung");
        Strict = Maybe(4);
        Columns = [.. Names.OrderBy(_ => _random.Next()).Take(_random.Next(2, 6)).Select(n => Column(n))];
        Setup = Text();
    }

    public string Name { get; }

    public string Setup { get; }

    public bool Strict { get; }

    public bool HasRowId { get; private set; }

    /// <summary>The plain columns with their types; the generated ones are not among them.</summary>
    public List<(string Name, string Type, string Text, bool HasDefault)> Columns { get; }

    public List<string> Generated { get; } = [];

    /// <summary>Columns that nothing else speaks of: they may go.</summary>
    public List<string> Free { get; } = [];

    public List<string> Foreign => _foreign;

    public string Rows(int count)
    {
        var text = "";
        for (var row = 1; row <= count; row++)
        {
            var number = row * 7;
            var values = Columns.Select(c => c.Type == "INTEGER" ? (number + _random.Next(3) * 1000).ToString(CultureInfo.InvariantCulture) : c.Type == "BLOB" ? $"x'0{row}'" : $"'v{row} {_random.Next(99)}'");
            text += $"INSERT INTO {Q(Name)} ({string.Join(", ", Columns.Select(c => Q(c.Name)))}) VALUES ({string.Join(", ", values)});";
        }

        return text + $"DELETE FROM {Q(Name)} WHERE {Q(Columns[0].Name)} = (SELECT max({Q(Columns[0].Name)}) FROM {Q(Name)});";
    }

    public Operation Operation(int number)
    {
        var column = Columns[_random.Next(Columns.Count)];
        var table = TableName.Of(Name);
        return _random.Next(9) switch
        {
            0 => new SetDefault(table, column.Name, column.Type == "INTEGER" ? Value.Of(5) : Value.Of("d'e, (f")),
            1 => new DropDefault(table, column.Name),
            2 => new AddForeignKey(new("FK" + number, table, Items.Of(column.Name), TableName.Of("Others"), Items.Of("Id")) { OnDelete = ForeignKeyAction.Cascade }),
            3 when _foreign.Count > 0 => new DropForeignKey(table, Taken(_foreign)),
            4 => new AddKey(table, KeyKind.Unique, new(null, Items.Of(Columns.Select(c => c.Name).ToArray()))),
            5 => new AlterColumn(table, new(column.Name, new(TypeKind.Custom, Custom: column.Type)) { Nullable = false }),
            6 => new AlterColumn(table, new(column.Name, new(TypeKind.Custom, Custom: column.Type)) { Nullable = true }),
            7 when Free.Count > 0 => new DropColumn(table, Taken(Free)),
            _ => new AddColumn(table, new("new" + number, new(TypeKind.Custom, Custom: "INTEGER")) { Nullable = true, Computed = new("1 + " + number, true) }),
        };
    }

    public static string Q(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private string Text()
    {
        var parts = Columns.Select(c => c.Text).ToList();
        var key = _random.Next(5);
        var first = Columns.FindIndex(c => c.Type == "INTEGER");
        var noRowId = false;
        if (key == 0 && first >= 0)
        {
            _free.Remove(Columns[first].Name);
            parts[first] = parts[first].Replace("INTEGER", "INTEGER" + Space() + Pick("", "CONSTRAINT pk ") + "PRIMARY KEY" + Pick("", " AUTOINCREMENT"), StringComparison.Ordinal);
        }
        else if (key == 1 || (key == 2 && first >= 0))
        {
            var of = key == 1 ? Columns.Take(2) : [Columns[first]];
            parts.Add(Pick("", "CONSTRAINT \"the pk\" ") + $"PRIMARY KEY ({string.Join("," + Space(), of.Select(c => Own(c.Name)))})");
            noRowId = key == 1 && Maybe(2);
        }

        Generate(parts);
        Constrain(parts, noRowId);
        HasRowId = !noRowId && !Columns.Exists(c => c.Name == "rowid");
        string[] options = [.. new[] { noRowId ? "WITHOUT ROWID" : "", Strict ? "STRICT" : "" }.Where(o => o.Length > 0)];
        var table = $"CREATE TABLE {Pick("", "IF NOT EXISTS ")}{Own(Name)} ({Space()}{string.Join(Pick("", Space()) + "," + Space(), parts)}{Space()}){Space()}{string.Join("," + Space(), options)}";
        return "CREATE TABLE Others (Id PRIMARY KEY);\n" + table + Around();
    }

    private (string Name, string Type, string Text, bool HasDefault) Column(string name)
    {
        var type = Strict ? Pick("INTEGER", "TEXT", "BLOB") : Pick("INTEGER", "TEXT", "BLOB", "");
        var text = Own(name) + Space() + type;
        var hasDefault = Maybe(3);
        text += Maybe(3) ? Space() + Pick("", "CONSTRAINT nn ") + "NOT NULL" + Pick("", " ON CONFLICT ROLLBACK") : "";
        text += hasDefault ? Space() + "DEFAULT" + Space() + Pick(type == "INTEGER" ? ["-5", "(1 + 2)"] : type == "BLOB" ? ["x'ab'", "x''"] : ["'a,b)'", "('x' || 'y')"]) : "";
        text += Maybe(3) ? Space() + "COLLATE" + Space() + Pick("NOCASE", "\"binary\"") : "";
        text += Maybe(3) ? Space() + Pick("", "CONSTRAINT [c k] ") + $"CHECK ({Own(name)} IS NOT 'x)')" : "";
        if (Maybe(4))
        {
            text += Space() + $"CONSTRAINT \"fk {name.Replace("\"", "", StringComparison.Ordinal)}\" REFERENCES Others (Id) ON DELETE {Pick("CASCADE", "SET NULL", "NO ACTION")}{Pick("", " NOT DEFERRABLE", " DEFERRABLE INITIALLY DEFERRED")}";
            _foreign.Add("fk " + name.Replace("\"", "", StringComparison.Ordinal));
        }

        _free.Add(name);
        return (name, type, text, hasDefault);
    }

    private void Generate(List<string> parts)
    {
        if (Maybe(2))
        {
            var kind = Pick("VIRTUAL", "STORED", "");
            parts.Insert(Columns.Count, $"gen {(Strict ? "ANY" : Pick("", "TEXT"))} {Pick("GENERATED ALWAYS ", "")}AS (quote({Own(Columns[0].Name)}) || ',') {kind}");
            Generated.Add("gen");
        }
    }

    private void Constrain(List<string> parts, bool keyed)
    {
        var (first, last) = (Columns[0].Name, Columns[^1].Name);
        if (Maybe(3))
        {
            parts.Add($"CHECK ({Own(first)} IS NOT {Own(last)} OR 1)" + Pick("", " CONSTRAINT other CHECK (1 = 1)"));
        }

        if (Maybe(3))
        {
            parts.Add($"UNIQUE{Space()}({Own(first)} COLLATE NOCASE, {Own(last)} DESC) ON CONFLICT REPLACE");
        }

        if (Maybe(3))
        {
            parts.Add($"CONSTRAINT self FOREIGN KEY ({Own(last)}) REFERENCES Others ON UPDATE CASCADE MATCH SIMPLE");
            _foreign.Add("self");
        }

        Free.AddRange(_free.Where(n => n != first && n != last && !(keyed && n == Columns[1].Name)));
    }

    private string Around()
    {
        var (first, last, own) = (Own(Columns[0].Name), Own(Columns[^1].Name), Own(Name));
        var text = "";
        text += Maybe(2) ? $";\nCREATE {Pick("", "UNIQUE ")}INDEX{Space()}\"ix 1\" ON {own}{Space()}({first}, {last} DESC)" : "";
        text += Maybe(2) ? $";\nCREATE INDEX ix2 ON {own} (lower({last})) WHERE {first} IS NOT NULL AND {first} <> 'a;b'" : "";
        text += ";\nCREATE TABLE Log (x)";
        text += Maybe(2) ? $";\nCREATE TRIGGER \"tr 1\" AFTER INSERT ON {own} WHEN new.{first} IS NOT NULL BEGIN INSERT INTO Log VALUES (new.{first} || ';'); DELETE FROM Log WHERE x = 'y'; END" : "";
        text += Maybe(2) ? $";\nCREATE TRIGGER tr2 AFTER INSERT ON Others BEGIN UPDATE {own} SET {first} = {first}; END" : "";
        text += Maybe(2) ? $";\nCREATE VIEW v AS SELECT {first}, count(*) AS n FROM {own} GROUP BY 1" : "";
        return text;
    }

    private string Own(string name) => Pick(Q(name), Plain(name) ? "[" + name + "]" : Q(name), Plain(name) ? "`" + name + "`" : Q(name));

    // FluentMigrator's parser of batches sees quotes inside of other quotes, and refuses the script.
    private static bool Plain(string name) => !name.Contains('"', StringComparison.Ordinal) && !name.Contains('\'', StringComparison.Ordinal);

    private string Taken(List<string> from)
    {
        var taken = from[_random.Next(from.Count)];
        from.Remove(taken);
        if (ReferenceEquals(from, Free))
        {
            Columns.RemoveAll(c => c.Name == taken);
            _foreign.Remove("fk " + taken.Replace("\"", "", StringComparison.Ordinal));
        }

        return taken;
    }

    private string Space() => Spaces[_random.Next(Spaces.Length)];

    private bool Maybe(int of) => _random.Next(of) == 0;

    private string Pick(params string[] of) => of[_random.Next(of.Length)];
}
