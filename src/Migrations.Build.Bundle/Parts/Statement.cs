namespace Migrations.Build.Bundle.Parts;

/// <summary>One thing that the runner executes, exactly as the bundle shows it.</summary>
public sealed record Statement(StatementKind Kind, string Text)
{
    /// <summary>SQL text.</summary>
    public static Statement Sql(string text) => new(StatementKind.Sql, text);
}
