using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Runner.Running;

/// <summary>Which statements belong together where a migration asked for no transaction of its own.</summary>
internal static class Pieces
{
    private const string LastOfRebuild = "PRAGMA legacy_alter_table = OFF";

    /// <summary>The statements from a number on that are done in one transaction: a check with the rebuild behind it, or one alone.</summary>
    public static IReadOnlyList<string> From(IReadOnlyList<Statement> statements, int number)
    {
        var rest = statements.Skip(number - 1).Select(s => s.Text).ToArray();
        var end = statements[number - 1].Kind == StatementKind.Check ? Array.IndexOf(rest, LastOfRebuild) : 0;
        return rest[..(Math.Max(end, 0) + 1)];
    }
}
