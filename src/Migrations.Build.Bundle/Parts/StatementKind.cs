namespace Migrations.Build.Bundle.Parts;

/// <summary>What a statement of a bundle is.</summary>
public enum StatementKind
{
    /// <summary>SQL text that is sent to the database as it stands.</summary>
    Sql,

    /// <summary>A code step: the text is <c>Namespace.Type::Method@Assembly</c>.</summary>
    Code,
}
