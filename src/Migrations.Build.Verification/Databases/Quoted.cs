namespace Migrations.Build.Verification.Databases;

/// <summary>Names as SQLite takes them, whatever they hold.</summary>
internal static class Quoted
{
    public static string Name(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));
}
