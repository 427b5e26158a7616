namespace Migrations.Build.Model.Operations;

/// <summary>Executes SQL text that the migration gives itself.</summary>
public sealed record RawSql(string Text, SqlSource Source) : Operation
{
    /// <summary>The script or resource the text came from; null for a statement in code.</summary>
    public string? Origin { get; init; }
}
