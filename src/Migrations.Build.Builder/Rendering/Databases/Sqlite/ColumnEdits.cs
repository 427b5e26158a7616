using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Databases.Sqlite;

/// <summary>Changes the text of a column, and of it only what an operation says.</summary>
internal static class ColumnEdits
{
    /// <summary>The table with the column restated: <paramref name="generated"/> is the column as FluentMigrator writes it after the operation.</summary>
    public static TableText Altered(TableText table, Column said, TablePart generated)
    {
        var part = table.Find(said.Name)!;
        var edited = Same(part.Type, generated.Type) ? part : part.WithType(generated.Type);
        edited = said.Nullable switch
        {
            null => edited,
            true => edited.With(ClauseKind.NotNull, null),
            false => edited.With(ClauseKind.Null, null).Of(ClauseKind.NotNull) is null ? edited.With(ClauseKind.Null, null).With(ClauseKind.NotNull, "NOT NULL") : edited,
        };
        edited = said.Default is null ? edited : edited.With(ClauseKind.Default, generated.Of(ClauseKind.Default));
        edited = said.Collation is null ? edited : edited.With(ClauseKind.Collate, generated.Of(ClauseKind.Collate));
        edited = said.Computed is null ? edited : edited.With(ClauseKind.Generated, generated.Of(ClauseKind.Generated));
        return said.Identity ? Numbered(table.With(part, edited), edited) : table.With(part, edited);
    }

    /// <summary>The table with another default of a column, or with none.</summary>
    public static TableText Defaulted(TableText table, string column, string? clause)
    {
        var part = table.Find(column)!;
        return table.With(part, part.With(ClauseKind.Default, clause));
    }

    // SQLite numbers rows by a key that stands in the column.
    private static TableText Numbered(TableText table, TablePart part)
    {
        if (table.Find((c, columns) => c.Kind == ClauseKind.PrimaryKey && columns.Count == 1 && Same(columns[0], part.Column!)) is not var (owner, key))
        {
            throw new KeyNotFoundException($"SQLite numbers only a primary key, and column '{part.Column}' is none");
        }

        if (key.Numbered)
        {
            return table;
        }

        var name = key.Name is null ? "" : $"CONSTRAINT \"{key.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" ";
        var clause = name + "PRIMARY KEY AUTOINCREMENT";
        return ReferenceEquals(owner, part)
            ? table.With(part, part.With(ClauseKind.PrimaryKey, clause))
            : table.Without(owner, key) is var rest ? rest.With(part, part.With(ClauseKind.PrimaryKey, clause)) : table;
    }

    private static bool Same(string a, string b) =>
        string.Equals(string.Concat(a.Where(c => !char.IsWhiteSpace(c))), string.Concat(b.Where(c => !char.IsWhiteSpace(c))), StringComparison.OrdinalIgnoreCase);
}
