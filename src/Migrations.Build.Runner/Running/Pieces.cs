using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Runner.Running;

/// <summary>Which statements belong together where a migration asked for no transaction of its own.</summary>
internal static class Pieces
{
    private const string LastOfRebuild = "PRAGMA legacy_alter_table = OFF";

    /// <summary>The statements from a number on that are done in one transaction: a check with the rebuild behind it, rows that refer to one another, or one alone.</summary>
    public static IReadOnlyList<string> From(IReadOnlyList<Statement> statements, int number)
    {
        var rest = statements.Skip(number - 1).Select(s => s.Text).ToArray();
        if (rest[0] == Statement.DeferReferences)
        {
            return [.. rest[..1], .. statements.Skip(number).TakeWhile(s => s.Kind == StatementKind.Restore || s.Text == Statement.DeferReferences || IsOfTrigger(s)).Select(s => s.Text)];
        }

        var end = statements[number - 1].Kind == StatementKind.Check ? Array.IndexOf(rest, LastOfRebuild) : 0;
        return rest[..(Math.Max(end, 0) + 1)];
    }

    private static bool IsOfTrigger(Statement statement) =>
        statement.Text.StartsWith("DROP TRIGGER", StringComparison.Ordinal) || statement.Text.StartsWith("CREATE TRIGGER", StringComparison.OrdinalIgnoreCase);
}
