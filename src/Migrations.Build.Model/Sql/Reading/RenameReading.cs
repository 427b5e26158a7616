using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Sql.Reading;

/// <summary>Reads the renames that are no ALTER TABLE: MySQL's RENAME TABLE and SQL Server's sp_rename.</summary>
internal static class RenameReading
{
    public static IEnumerable<SqlEffect> Read(SqlCursor cursor)
    {
        cursor.Accept("RENAME", "TABLE");
        return cursor.Parts().Select(Renamed).ToArray();
    }

    public static bool IsProcedure(SqlCursor cursor) =>
        cursor.Ahead(1).Is("sp_rename") || (cursor.Ahead(1).IsAny("sys", "dbo") && cursor.Ahead(3).Is("sp_rename"));

    public static IEnumerable<SqlEffect> ReadProcedure(SqlCursor cursor)
    {
        cursor.SkipTo(t => t.Is("sp_rename"));
        cursor.Take();
        var arguments = cursor.Parts().Select(Argument).ToArray();
        var path = arguments.Length >= 2 && arguments.All(a => a is not null) ? Path(arguments[0]!) : [];
        var kind = arguments.Length == 3 ? arguments[2] : "OBJECT";
        yield return (kind?.ToUpperInvariant(), path.Length) switch
        {
            ("OBJECT", 1 or 2) => new SqlChange(new RenameTable(Table(path, path.Length), arguments[1]!)),
            ("COLUMN", 2 or 3) => new SqlChange(new RenameColumn(Table(path, path.Length - 1), path[path.Length - 1], arguments[1]!)),
            _ => new UnknownEffect("a rename of something other than a table or column"),
        };
    }

    private static SqlEffect Renamed(SqlCursor part) =>
        part.QualifiedName() is { } from && part.Accept("TO") && part.QualifiedName() is { } to
            ? new SqlChange(new RenameTable(from, to.Name))
            : new UnknownEffect("a rename that cannot be read");

    private static string? Argument(SqlCursor part)
    {
        if (part.Current.Kind == SqlTokenKind.Word && part.Current.Text[0] == '@')
        {
            part.Take();
            part.Accept('=');
        }

        part.SkipAny("N");
        return part.Current.Kind == SqlTokenKind.Text ? part.Current.Text : null;
    }

    private static string[] Path(string name) => [.. name.Split('.').Select(p => p.Trim().Trim('[', ']', '"'))];

    private static TableName Table(string[] path, int count) => new(count > 1 ? path[count - 2] : null, path[count - 1]);
}
