namespace Migrations.Build.Bundle.Parts;

/// <summary>One thing that the runner executes, exactly as the bundle shows it.</summary>
public sealed record Statement(StatementKind Kind, string Text)
{
    /// <summary>Lets SQLite look at foreign keys only when the transaction ends: rows that refer to one another come back one after the other.</summary>
    public const string DeferReferences = "PRAGMA defer_foreign_keys = ON";

    /// <summary>SQL text.</summary>
    public static Statement Sql(string text) => new(StatementKind.Sql, text);
}
