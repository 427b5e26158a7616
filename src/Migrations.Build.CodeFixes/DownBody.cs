using Migrations.Build.CodeFixes.Writing;
using Migrations.Build.Model.Inverting;

namespace Migrations.Build.CodeFixes;

/// <summary>Writes the Down that the history gives a migration.</summary>
internal static class DownBody
{
    /// <summary>The statements of Down; null where a step has no inverse, none that a call makes, or another one on each database.</summary>
    public static IReadOnlyList<string>? Of(MigrationClass migration)
    {
        try
        {
            IReadOnlyList<string>? found = null;
            foreach (var pass in migration.Passes)
            {
                if (!pass.UpFits || InferredDown.Of(pass.Up) is not { Count: > 0 } inverse)
                {
                    return null;
                }

                var statements = OperationText.Of(inverse.Select(s => s.Operation).ToArray()).ToArray();
                if (found is not null && !found.SequenceEqual(statements, StringComparer.Ordinal))
                {
                    return null;
                }

                found = statements;
            }

            return found;
        }
        catch (UnwritableException)
        {
            return null;
        }
    }
}
