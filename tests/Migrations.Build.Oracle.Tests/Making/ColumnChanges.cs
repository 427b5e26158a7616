using FluentMigrator;
using Migrations.Build.Oracle.Tests.Seeing;
using Migrations.Build.Oracle.Tests.Telling;

namespace Migrations.Build.Oracle.Tests.Making;

/// <summary>Columns that are added, dropped, renamed and altered.</summary>
internal sealed class ColumnChanges(Luck luck, Mirror mirror, int number)
{
    private static readonly string[] Names = ["phone", "x y", "group", "Straße", "it's", "title"];

    public Change? Add(TableState table)
    {
        var name = luck.Any(Names) + (luck.One(3) ? "" : number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var (t, c) = (Sqlite.Name(table.Name), Sqlite.Name(name));
        var drop = Drop(table.Name, name, luck.One(2));
        if (luck.Has(Feature.CallChanges) && luck.One(2))
        {
            var kind = luck.Below(4);
            var call = new Call($"Alter.Table(\"{table.Name}\").AddColumn(\"{name}\"){new[] { ".AsString(20).Nullable()", ".AsInt32().NotNullable().WithDefaultValue(5)", ".AsString(30).NotNullable().WithDefaultValue(\"it's\")", ".AsDecimal(9, 2).Nullable()" }[kind]}", m => Add(m, table.Name, name, kind));
            return new(call, drop) { Reversing = m => Add(m, table.Name, name, kind), Mirror = $"ALTER TABLE {t} ADD COLUMN {c} {(kind is 1 ? "INTEGER NOT NULL DEFAULT 5" : "TEXT")}" };
        }

        var definition = luck.Any(["TEXT", "INTEGER", "", "REAL DEFAULT 1.5", "TEXT NOT NULL DEFAULT 'x'", "VARCHAR(9) COLLATE NOCASE", "INT CHECK (1)", "BLOB", "NUMERIC DEFAULT 2"]);
        return Sql($"ALTER TABLE {t} ADD COLUMN {c} {definition}".TrimEnd(), [drop]);
    }

    public Change? Drop(TableState table, bool written)
    {
        var columns = table.Columns.Where(c => c.Key == 0 && (!written || IsPlain(table, c))).ToList();
        if (columns.Count == 0)
        {
            return null;
        }

        var column = luck.Any(columns);
        var (t, c) = (Sqlite.Name(table.Name), Sqlite.Name(column.Name));
        var back = Call.Sql($"ALTER TABLE {t} ADD COLUMN {c} {column.Type}{(column.NotNull ? " NOT NULL" : "")}{(column.Default is { } value ? " DEFAULT " + value : "")}");
        return new(Drop(table.Name, column.Name, luck.One(2, Feature.CallChanges)), back) { Mirror = $"ALTER TABLE {t} DROP COLUMN {c}" };
    }

    public Change? Rename(TableState table)
    {
        var column = luck.Any(table.Columns).Name;
        var to = luck.Any(Names) + (luck.One(3) ? "" : "R" + number);
        var (t, one, two) = (table.Name, column, to);
        var mirror = Text(t, one, two);
        var rename = new Rename(table.Name, column, to);
        return luck.One(2, Feature.CallChanges)
            ? new(Call(t, one, two), Call(t, two, one)) { Reversing = m => m.Rename.Column(one).OnTable(t).To(two), Mirror = mirror, Renames = rename }
            : new(Telling.Call.Sql(mirror), Telling.Call.Sql(Text(t, two, one))) { Mirror = mirror, Renames = rename };

        static string Text(string table, string from, string to) => $"ALTER TABLE {Sqlite.Name(table)} RENAME COLUMN {Sqlite.Name(from)} TO {Sqlite.Name(to)}";
        static Call Call(string table, string from, string to) => new($"Rename.Column(\"{from}\").OnTable(\"{table}\").To(\"{to}\")", m => m.Rename.Column(from).OnTable(table).To(to));
    }

    /// <summary>Another type, or the same with NOT NULL.</summary>
    public Change? Alter(TableState table)
    {
        var columns = table.Columns.Where(c => c.Key == 0 && IsPlain(table, c) && c.Default is null).ToList();
        if (columns.Count == 0 || table.Virtual)
        {
            return null;
        }

        var column = luck.Any(columns);
        var tighten = luck.One(3, Feature.Tightening);
        var type = tighten ? column.Type : luck.Any(["TEXT", "INTEGER", "REAL", "VARCHAR(10)", "NUMERIC", "BLOB"]);
        return column.Type.Length == 0 ? null : new(Alter(table.Name, column.Name, type, tighten || column.NotNull), Alter(table.Name, column.Name, column.Type, column.NotNull));
    }

    private static Call Alter(string table, string column, string type, bool required) => new(
        $"Alter.Column(\"{column}\").OnTable(\"{table}\").AsCustom(\"{type}\").{(required ? "NotNullable" : "Nullable")}()",
        m => _ = required ? m.Alter.Column(column).OnTable(table).AsCustom(type).NotNullable() : m.Alter.Column(column).OnTable(table).AsCustom(type).Nullable());

    private static Call Drop(string table, string column, bool byCall) => byCall
        ? new($"Delete.Column(\"{column}\").FromTable(\"{table}\")", m => m.Delete.Column(column).FromTable(table))
        : Call.Sql($"ALTER TABLE {Sqlite.Name(table)} DROP COLUMN {Sqlite.Name(column)}");

    private static void Add(MigrationBase migration, string table, string name, int kind)
    {
        var column = migration.Alter.Table(table).AddColumn(name);
        _ = kind switch
        {
            0 => column.AsString(20).Nullable(),
            1 => column.AsInt32().NotNullable().WithDefaultValue(5),
            2 => column.AsString(30).NotNullable().WithDefaultValue("it's"),
            _ => column.AsDecimal(9, 2).Nullable(),
        };
    }

    // Nothing of it that the pragma does not tell.
    private bool IsPlain(TableState table, ColumnState column) => !column.Generated
        && (!column.NotNull || column.Default is not null)
        && table.Facts.Any(f => f.StartsWith($"column {table.Name}.{column.Name}:", StringComparison.Ordinal) && f.Contains("BINARY", StringComparison.Ordinal))
        && !table.Facts.Any(f => (f.StartsWith("index", StringComparison.Ordinal) || f.StartsWith("foreign key", StringComparison.Ordinal)) && f.Contains(column.Name, StringComparison.OrdinalIgnoreCase))
        && mirror.Script(table.Name) is [var text, ..] && !text.Contains("CHECK", StringComparison.OrdinalIgnoreCase) && !text.Contains("CONFLICT", StringComparison.OrdinalIgnoreCase);

    private static Change Sql(string sql, Call[] down) => new(Call.Sql(sql), down) { Mirror = sql };
}
