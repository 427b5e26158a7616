using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Toolchain;

namespace Migrations.Build.Runner.Running;

/// <summary>Words why a migration failed.</summary>
internal static class Failure
{
    /// <summary>The finding for what went wrong at a statement, or with number zero around them.</summary>
    public static Finding Finding(Work work, int statement, Exception failure, bool half)
    {
        var effect = half ? "stays half done" : "was rolled back and left nothing behind";
        return failure is CheckFailedException check
            ? check.Of(work, effect)
            : StatementFails.Rule.Says(work.Version, work.Class, Where(work, statement), failure.Message, effect);
    }

    private static string Where(Work work, int statement) => statement == 0
        ? "its beginning or end"
        : $"statement {Wording.Text(statement)} of {Wording.Text(work.Statements.Count)}";
}
