namespace Migrations.Build.Bundle.Parts;

/// <summary>What a statement of a bundle is.</summary>
public enum StatementKind
{
    /// <summary>SQL text that is sent to the database as it stands.</summary>
    Sql,

    /// <summary>A code step: the text is <c>Namespace.Type::Method@Assembly</c>.</summary>
    Code,

    /// <summary>
    /// What must be in the database before the statements that follow: the text is that of the table and of everything on it, as the history makes it.
    /// It is compared and never executed.
    /// </summary>
    Check,

    /// <summary>SQL text that keeps what the next statements destroy, in a table of its own that <see cref="KeptData"/> names.</summary>
    Keep,

    /// <summary>SQL text that brings back what was kept. What has no place any more stays kept.</summary>
    Restore,
}
