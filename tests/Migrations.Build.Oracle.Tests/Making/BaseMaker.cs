using Migrations.Build.Oracle.Tests.Seeing;

namespace Migrations.Build.Oracle.Tests.Making;

/// <summary>Makes up the schema that is there before anything happens, as SQL text.</summary>
internal sealed class BaseMaker(Luck luck)
{
    private static readonly string[] Plain = ["users", "orders", "items", "notes", "logs"];
    private static readonly string[] Odd = ["a b", "order", "it's", "Größe", "ключ", "x\"y", "select", "t.u", "p%"];
    private static readonly string[] Types = ["INTEGER", "INT", "TEXT", "VARCHAR(20)", "REAL", "NUMERIC", "BLOB", "BOOLEAN", "DATETIME", "DECIMAL(10,2)", "BIGINT"];
    private static readonly string[] StrictTypes = ["INT", "INTEGER", "TEXT", "REAL", "BLOB", "ANY"];
    private static readonly string[] ColumnNames = ["name", "note", "amount", "state", "code", "at"];
    private static readonly string[] OddColumns = ["x y", "group", "Straße", "it's", "q\"r", "значение"];
    private readonly List<string> _sql = [];
    private readonly List<(string Name, string[] Key)> _tables = [];

    public static IReadOnlyList<string> Make(Luck luck)
    {
        var maker = new BaseMaker(luck);
        var count = 1 + luck.Below(4);
        for (var i = 0; i < count; i++)
        {
            maker.Table(i, count);
        }

        maker.Programs();
        return maker._sql;
    }

    private string TableName(int number) => number == 1 && luck.One(3, Feature.NamesByAccent) ? "É" : number == 2 && luck.Has(Feature.NamesByAccent) && _tables.Exists(t => t.Name == "É") ? "é"
        : luck.One(4, Feature.OddNames) ? Odd[(number * 3 + luck.Below(3)) % Odd.Length] : Plain[number];

    private void Table(int number, int count)
    {
        var name = TableName(number);
        if (_tables.Exists(t => t.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            name = Plain[number];
        }

        var strict = luck.One(6, Feature.Strict);
        var (columns, constraint, key, end) = Key(strict);
        var others = ColumnNames.OrderBy(_ => luck.Seed()).Take(1 + luck.Below(3)).ToList();
        if (luck.One(4, Feature.OddNames))
        {
            others.Add(luck.Any(OddColumns));
        }

        columns.AddRange(others.Select(c => Column(c, strict, key.FirstOrDefault() ?? others[0])));
        Reference(columns, number, count, strict ? "ANY " : "");
        _sql.Add($"CREATE TABLE {Sqlite.Name(name)} ({string.Join(", ", columns.Concat(constraint.Length > 0 ? [constraint] : []))}){string.Join(',', new[] { end, strict ? " STRICT" : "" }.Where(e => e.Length > 0))}");
        _tables.Add((name, key));
        Index(name, others);
    }

    private (List<string> Columns, string Constraint, string[] Key, string End) Key(bool strict)
    {
        var replace = luck.One(8, Feature.ConflictClauses) ? " ON CONFLICT " + luck.Any(["REPLACE", "IGNORE", "FAIL", "ROLLBACK"]) : "";
        return luck.Below(10) switch
        {
            0 when luck.Has(Feature.NoKey) => ([], "", [], ""),
            1 when luck.Has(Feature.CompositeKeys) => (["a INTEGER NOT NULL", "b TEXT NOT NULL"], $"PRIMARY KEY (a, b){replace}", ["a", "b"], luck.One(2, Feature.WithoutRowNumber) ? " WITHOUT ROWID" : ""),
            2 when luck.Has(Feature.KeyWithOrder) => (["id INTEGER NOT NULL"], "PRIMARY KEY (id DESC)", ["id"], luck.One(3, Feature.WithoutRowNumber) ? " WITHOUT ROWID" : ""),
            3 => ([$"id {(strict ? "TEXT" : luck.Any(["TEXT", "VARCHAR(36)"]))}{(luck.One(2, Feature.Collations) ? " COLLATE NOCASE" : "")} NOT NULL PRIMARY KEY{replace}"], "", ["id"], luck.One(4, Feature.WithoutRowNumber) ? " WITHOUT ROWID" : ""),
            4 => (["id INT PRIMARY KEY"], "", ["id"], ""),
            5 or 6 when luck.Has(Feature.Numbering) => (["id INTEGER PRIMARY KEY AUTOINCREMENT"], "", ["id"], ""),
            _ => ([$"id INTEGER PRIMARY KEY{replace}"], "", ["id"], ""),
        };
    }

    private string Column(string name, bool strict, string other)
    {
        var type = strict ? luck.Any(StrictTypes) : luck.One(8, Feature.NoAffinity) ? "" : luck.Any(Types);
        var text = $"{Sqlite.Name(name)} {type}".TrimEnd();
        if (name != other && luck.One(10, Feature.Generated))
        {
            return $"{text} GENERATED ALWAYS AS ({luck.Any([$"{Sqlite.Name(other)}", $"length({Sqlite.Name(other)})"])}) {luck.Any(["VIRTUAL", "STORED"])}";
        }

        var clause = luck.One(4, Feature.ConflictClauses) ? " ON CONFLICT " + luck.Any(["REPLACE", "IGNORE", "ABORT", "FAIL"]) : "";
        return text
            + (luck.One(4) ? $" NOT NULL{(clause.Contains("REPLACE", StringComparison.Ordinal) ? "" : clause)} DEFAULT {(type.Contains("INT", StringComparison.Ordinal) ? "0" : type is "BLOB" ? "x'00'" : type is "REAL" ? "0.0" : "''")}" : luck.One(6) ? " DEFAULT NULL" : "")
            + (luck.One(6) ? " UNIQUE" + clause : "")
            + (luck.One(6, Feature.Collations) ? " COLLATE " + luck.Any(["NOCASE", "RTRIM"]) : "")
            + (luck.One(8, Feature.Checks) ? $" CHECK ({Sqlite.Name(name)} IS NULL OR length({Sqlite.Name(name)}) < 100000)" : "");
    }

    private void Reference(List<string> columns, int number, int count, string type)
    {
        var action = luck.Any(["", "", " ON DELETE CASCADE", " ON DELETE SET NULL", " ON UPDATE CASCADE", luck.Has(Feature.DeferredReferences) ? " DEFERRABLE INITIALLY DEFERRED" : ""]);
        if (luck.Has(Feature.References) && number > 0 && luck.One(2) && _tables.Where(t => t.Key is ["id"]).ToList() is { Count: > 0 } parents)
        {
            columns.Add($"parent {type}REFERENCES {Sqlite.Name(luck.Any(parents).Name)}{luck.Any(["", " (id)"])}{action}");
        }
        else if (luck.Has(Feature.Circles) && number == 0 && count > 1 && luck.One(4))
        {
            columns.Add($"next {type}REFERENCES {luck.Any([Plain[0], Plain[1]])} (id){action}");
        }
    }

    private void Index(string table, List<string> columns)
    {
        if (luck.One(3))
        {
            var column = Sqlite.Name(luck.Any(columns));
            var part = luck.One(4, Feature.PartialIndexes) ? $"lower({column})" : column + (luck.One(5, Feature.Collations) ? " COLLATE NOCASE" : "") + (luck.One(4) ? " DESC" : "");
            var where = luck.One(4, Feature.PartialIndexes) ? $" WHERE {column} IS NOT NULL" : "";
            _sql.Add($"CREATE {(luck.One(5, Feature.UniqueIndexes) ? "UNIQUE " : "")}INDEX {Sqlite.Name("ix_" + table)} ON {Sqlite.Name(table)} ({part}){where}");
        }
    }

    private void Programs()
    {
        var (name, key) = luck.Any(_tables);
        if (luck.One(5, Feature.Views))
        {
            _sql.Add($"CREATE VIEW v1 AS SELECT * FROM {Sqlite.Name(name)}");
        }

        if (luck.One(5, Feature.WritingTriggers))
        {
            _sql.Add("CREATE TABLE trail (n INTEGER PRIMARY KEY, what TEXT)");
            _sql.Add($"CREATE TRIGGER tr1 AFTER {luck.Any(["INSERT", "UPDATE", "DELETE"])} ON {Sqlite.Name(name)} BEGIN INSERT INTO trail (what) VALUES ('{name.Replace("'", "''", StringComparison.Ordinal)}'); END");
        }

        if (luck.One(8, Feature.FullText))
        {
            _sql.Add("CREATE VIRTUAL TABLE pages USING fts5(title, body)");
        }
    }
}
