using FluentMigrator.Expressions;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Reading.Expressions;

/// <summary>Reads SQL text that a migration gives itself: the text is what FluentMigrator would send, tokens replaced.</summary>
internal static class SqlReader
{
    public static Operation Read(ExecuteSqlScriptExpressionBase e)
    {
        try
        {
            return new Model.Operations.RawSql(Text(e), Source(e)) { Origin = Origin(e) };
        }
        catch (Exception error) when (error is IOException or InvalidOperationException or UnauthorizedAccessException or ArgumentException)
        {
            return new Opaque($"the script '{Origin(e) ?? e.ToString()}' could not be read: {error.Message.Trim()}");
        }
    }

    public static string Text(ExecuteSqlScriptExpressionBase e)
    {
        var processor = RecordingProcessor.Create(out var recorded);
        e.ExecuteWith(processor);
        return string.Join("\n", recorded);
    }

    private static SqlSource Source(ExecuteSqlScriptExpressionBase e) => e switch
    {
        ExecuteEmbeddedSqlScriptExpressionBase => SqlSource.Embedded,
        ExecuteSqlStatementExpression => SqlSource.Statement,
        _ => SqlSource.Script,
    };

    private static string? Origin(ExecuteSqlScriptExpressionBase e) => e switch
    {
        ExecuteEmbeddedSqlScriptExpression embedded => embedded.SqlScript,
        ExecuteSqlScriptExpression script => Relative(script),
        IAutoNameExpression { AutoNames.Count: > 0 } named => named.AutoNames[0],
        _ => null,
    };

    /// <summary>The path below the root, so that no machine's folders enter the bundle.</summary>
    private static string Relative(ExecuteSqlScriptExpression script)
    {
        if (!Path.IsPathRooted(script.SqlScript))
        {
            return script.SqlScript.Replace('\\', '/');
        }

        var path = string.IsNullOrEmpty(script.RootPath) ? ".." : Path.GetRelativePath(script.RootPath, script.SqlScript);
        return path.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(path)
            ? Path.GetFileName(script.SqlScript)
            : path.Replace('\\', '/');
    }
}
