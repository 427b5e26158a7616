using FluentMigrator;
using Migrations.Build.Oracle.Tests.Seeing;
using Migrations.Build.Oracle.Tests.Telling;

namespace Migrations.Build.Oracle.Tests.Making;

/// <summary>Tables, indexes, views and triggers that come and go.</summary>
internal sealed class TableChanges(Luck luck, Mirror mirror, int number)
{
    private static readonly string[] Names = ["extra", "a c", "table", "Maß", "o'r"];

    public Change? Create()
    {
        var name = luck.Any(Names) + number;
        var drop = Drop(name, luck.One(2));
        if (luck.One(2, Feature.CallChanges))
        {
            var identity = luck.One(2);
            var call = new Call($"Create.Table(\"{name}\").WithColumn(\"id\").AsInt32().PrimaryKey(){(identity ? ".Identity()" : "")}.WithColumn(\"name\").AsString(30).Nullable().WithColumn(\"n\").AsInt32().NotNullable().WithDefaultValue(1)", m => Create(m, name, identity));
            return new(call, drop) { Reversing = m => Create(m, name, identity), Mirror = $"CREATE TABLE {Sqlite.Name(name)} (id INTEGER PRIMARY KEY, name TEXT, n INTEGER NOT NULL DEFAULT 1)" };
        }

        var sql = $"CREATE TABLE {Sqlite.Name(name)} ({luck.Any(["id INTEGER PRIMARY KEY, ", "id INTEGER PRIMARY KEY AUTOINCREMENT, ", "id TEXT PRIMARY KEY NOT NULL, ", ""])}name TEXT, n INTEGER)";
        return new(Call.Sql(sql), drop) { Mirror = sql };
    }

    public Change? Drop(TableState table)
    {
        var script = mirror.Script(table.Name);
        return new(Drop(table.Name, luck.One(2, Feature.CallChanges)), [.. script.Reverse().Select(Call.Sql)]) { Mirror = "DROP TABLE " + Sqlite.Name(table.Name) };
    }

    public Change? Rename(TableState table)
    {
        var (from, to) = (table.Name, luck.Any(Names) + "R" + number);
        var mirror = Text(from, to);
        var rename = new Rename(from, null, to);
        return luck.One(2, Feature.CallChanges) && !table.Virtual
            ? new(Call(from, to), Call(to, from)) { Reversing = m => m.Rename.Table(from).To(to), Mirror = mirror, Renames = rename }
            : new(Telling.Call.Sql(mirror), Telling.Call.Sql(Text(to, from))) { Mirror = mirror, Renames = rename };

        static string Text(string from, string to) => $"ALTER TABLE {Sqlite.Name(from)} RENAME TO {Sqlite.Name(to)}";
        static Call Call(string from, string to) => new($"Rename.Table(\"{from}\").To(\"{to}\")", m => m.Rename.Table(from).To(to));
    }

    public Change? CreateIndex(TableState table)
    {
        if (table.Virtual)
        {
            return null;
        }

        var (name, column, unique, descending) = ("ix" + number, luck.Any(table.Columns).Name, luck.One(4, Feature.UniqueIndexes), luck.One(4));
        var (t, c) = (Sqlite.Name(table.Name), Sqlite.Name(column));
        var text = $"CREATE {(unique ? "UNIQUE " : "")}INDEX {name} ON {t} ({c}{(descending ? " DESC" : "")})";
        var drop = luck.One(2) ? Call.Sql("DROP INDEX " + name) : new($"Delete.Index(\"{name}\").OnTable(\"{table.Name}\")", m => m.Delete.Index(name).OnTable(table.Name));
        if (luck.One(2, Feature.CallChanges))
        {
            var call = new Call($"Create.Index(\"{name}\").OnTable(\"{table.Name}\").OnColumn(\"{column}\").{(descending ? "Descending()" : "Ascending()")}{(unique ? ".WithOptions().Unique()" : "")}", m => Index(m, name, table.Name, column, unique, descending));
            return new(call, drop) { Reversing = m => Index(m, name, table.Name, column, unique, descending), Mirror = text };
        }

        var sql = luck.One(3, Feature.PartialIndexes) ? text + $" WHERE {c} IS NOT NULL" : luck.One(3, Feature.Collations) ? text.Replace(c + ")", c + " COLLATE NOCASE)", StringComparison.Ordinal) : text;
        return new(Call.Sql(sql), drop) { Mirror = sql };
    }

    public Change? DropIndex()
    {
        if (mirror.Named("index") is not { Count: > 0 } all)
        {
            return null;
        }

        var (name, table) = luck.Any(all);
        var sql = "DROP INDEX " + Sqlite.Name(name);
        return new(luck.One(2, Feature.CallChanges) ? new($"Delete.Index(\"{name}\").OnTable(\"{table}\")", m => m.Delete.Index(name).OnTable(table)) : Call.Sql(sql), Call.Sql(mirror.Text("index", name)!)) { Mirror = sql };
    }

    /// <summary>A view or a trigger that is made or dropped.</summary>
    public Change? Program(TableState table)
    {
        var kind = luck.One(2) ? "view" : "trigger";
        if (!luck.Has(kind == "view" ? Feature.Views : Feature.Triggers) || table.Virtual)
        {
            return null;
        }

        if (mirror.Named(kind) is { Count: > 0 } all && luck.One(2))
        {
            var name = luck.Any(all).Name;
            var drop = $"DROP {kind} {Sqlite.Name(name)}";
            return new(Call.Sql(drop), Call.Sql(mirror.Text(kind, name)!)) { Mirror = drop };
        }

        var made = kind == "view" ? $"CREATE VIEW v{number} AS SELECT count(*) AS n FROM {Sqlite.Name(table.Name)}"
            : $"CREATE TRIGGER tr{number} AFTER UPDATE ON {Sqlite.Name(table.Name)} BEGIN SELECT 1; END";
        return new(Call.Sql(made), Call.Sql($"DROP {kind} {(kind == "view" ? "v" : "tr") + number}")) { Mirror = made };
    }

    /// <summary>The procedure of SQLite's documentation: a new table, a copy, a swap.</summary>
    public Change? Rebuild(TableState table)
    {
        if (table.Virtual || table.Columns.Any(c => c.Generated) || mirror.Script(table.Name) is not [var text, .. var others] || text.IndexOf('(', StringComparison.Ordinal) is var at && at < 0)
        {
            return null;
        }

        var (t, n) = (Sqlite.Name(table.Name), Sqlite.Name("new_" + table.Name));
        var columns = string.Join(", ", table.Columns.Select(c => Sqlite.Name(c.Name)));
        string[] steps = [$"CREATE TABLE {n} {text[at..]}", $"INSERT INTO {n} ({columns}) SELECT {columns} FROM {t}", $"DROP TABLE {t}", $"ALTER TABLE {n} RENAME TO {t}", .. others];
        var sql = string.Join(";\n        ", steps);
        return new(Call.Sql(sql), Call.Sql(sql)) { Mirror = sql };
    }

    private static Call Drop(string name, bool byCall) => byCall
        ? new($"Delete.Table(\"{name}\")", m => m.Delete.Table(name))
        : Call.Sql("DROP TABLE " + Sqlite.Name(name));

    private static void Create(MigrationBase migration, string name, bool identity)
    {
        var key = migration.Create.Table(name).WithColumn("id").AsInt32().PrimaryKey();
        (identity ? key.Identity() : key).WithColumn("name").AsString(30).Nullable().WithColumn("n").AsInt32().NotNullable().WithDefaultValue(1);
    }

    private static void Index(MigrationBase migration, string name, string table, string column, bool unique, bool descending)
    {
        var on = migration.Create.Index(name).OnTable(table).OnColumn(column);
        var ordered = descending ? on.Descending() : on.Ascending();
        if (unique)
        {
            ordered.WithOptions().Unique();
        }
    }
}
