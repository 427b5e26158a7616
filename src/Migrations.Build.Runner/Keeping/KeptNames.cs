using System.Text.RegularExpressions;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Runner.Keeping;

/// <summary>Finds the tables of kept data in statements; their names are like no others.</summary>
internal static partial class KeptNames
{
    /// <summary>The name for what has no place any more, before its number.</summary>
    public const string Left = "_left";

    /// <summary>The engine's own table of how far numbers have come.</summary>
    public const string Numbers = "sqlite_sequence";

    /// <summary>Whether a column of a kept table is our own.</summary>
    public static bool IsOwn(string column) => column.StartsWith("migrations_", StringComparison.OrdinalIgnoreCase);

    /// <summary>The table that a keep statement makes; null when it makes none.</summary>
    public static string? Made(string keep) => Makes().Match(keep) is { Success: true } found ? found.Groups["name"].Value : null;

    /// <summary>What a keep statement keeps, as a query; null when it makes no table.</summary>
    public static string? Query(string keep) => Makes().Match(keep) is { Success: true } found ? keep[(found.Index + found.Length)..].TrimEnd(' ', '\n', '\r', '\t', ';') : null;

    /// <summary>The table that a keep statement takes from; null when it says none.</summary>
    public static string? Source(string keep, DatabaseKind database) => SqlEffects.Read(keep, database).OfType<ReadsTable>().FirstOrDefault()?.Table.ToString();

    /// <summary>The tables of kept data that a statement names.</summary>
    public static IReadOnlyList<string> In(string sql) => [.. Names().Matches(sql).Select(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Whether a table notes which rows were inserted, and holds no data.</summary>
    public static bool IsNote(string name) => Note().IsMatch(name);

    /// <summary>The columns of kept tables that a restore statement reads.</summary>
    public static IReadOnlyList<string> Columns(string restore) =>
        [.. Read().Matches(restore).Select(m => m.Groups["column"].Value).Select(c => c.StartsWith('"') ? c[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : c).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Whether a restore statement takes out of what is kept rows that are in their place.</summary>
    public static bool TakesOut(string restore, DatabaseKind database) => SqlEffects.Read(restore, database).Any(e => e is DeletesRows { Table.Name: var table } && IsKept(table) && !IsNote(table));

    /// <summary>Whether a restore statement only marks kept rows, makes or drops what does, or makes room for them, and brings none back.</summary>
    public static bool Marks(string restore, DatabaseKind database) => SqlEffects.Read(restore, database)
        .Any(e => e is CreatesTrigger or DropsTrigger || (e is DeletesRows { Table.Name: var live } && !IsKept(live)) || (e is UpdatesRows { Table.Name: var table } && IsKept(table)));

    private static bool IsKept(string table) => Names().Match(table) is { Success: true } found && found.Length == table.Length;

    [GeneratedRegex(@"^\s*CREATE\s+TABLE\s+[""`\[]?(?<name>migrations_kept_\w+)[""`\]]?\s+AS\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Makes();

    [GeneratedRegex("^migrations_kept_[0-9]+_i[0-9]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Note();

    [GeneratedRegex(@"\b(?:migrations_k|""?migrations_kept_\w+""?)\.(?<column>""(?:[^""]|"""")*""|\w+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Read();

    [GeneratedRegex(@"\bmigrations_kept_\w+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
