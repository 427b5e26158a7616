using FluentMigrator.Expressions;

namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>Words an expression for a message.</summary>
internal static class ExpressionText
{
    private const int Longest = 80;

    /// <summary>The expression's kind and what it is about, as far as FluentMigrator says it.</summary>
    public static string Of(IMigrationExpression expression)
    {
        var kind = expression.GetType().Name.Replace("Expression", "", StringComparison.Ordinal);
        var text = expression is MigrationExpressionBase ? expression.ToString() ?? kind : kind;
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }
}
