using System.Text.RegularExpressions;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql;
using Migrations.Build.Verification.Chains;

namespace Migrations.Build.Verification.Rounds;

/// <summary>
/// Statements that ask something of the file itself. The file that verification works on has settings of its own, so they are asked of
/// another one, which has those that production's file would have.
/// </summary>
internal static partial class Settings
{
    /// <summary>What the statements ask of the file, in order.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Statement> statements) =>
        [.. statements.Where(s => s.Kind == StatementKind.Sql && Asks().IsMatch(s.Text)).SelectMany(s => SqlText.Split(s.Text, DatabaseKind.Sqlite)).Where(t => IsSetting(t))];

    /// <summary>The migration without them.</summary>
    public static Link Without(Link link) => link with { Up = Without(link.Up), Down = Without(link.Down) };

    private static Items<Statement> Without(Items<Statement> statements) => statements.SelectMany(Without).ToItems();

    private static IEnumerable<Statement> Without(Statement statement)
    {
        if (statement.Kind != StatementKind.Sql || !Asks().IsMatch(statement.Text))
        {
            return [statement];
        }

        var texts = SqlText.Split(statement.Text, DatabaseKind.Sqlite).ToList();
        var left = texts.Where(t => !IsSetting(t)).ToList();
        return left.Count == texts.Count ? [statement] : left.Count == 0 ? [] : [Statement.Sql(string.Join(";\n", left))];
    }

    private static bool IsSetting(string text) => Setting().IsMatch(text);

    [GeneratedRegex(@"\bPRAGMA\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^(\s|--[^\n]*\n|/\*[\s\S]*?\*/)*PRAGMA\s+([""\w]+\s*\.\s*)?[""\[`]?(journal_mode|auto_vacuum|page_size|encoding|locking_mode|wal_checkpoint|incremental_vacuum|journal_size_limit|max_page_count|mmap_size)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Setting();
}
