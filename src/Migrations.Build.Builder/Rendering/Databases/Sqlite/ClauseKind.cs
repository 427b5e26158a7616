namespace Migrations.Build.Builder.Rendering.Databases.Sqlite;

/// <summary>The kinds of clause in the definition of a column or table.</summary>
internal enum ClauseKind
{
    Other,
    PrimaryKey,
    NotNull,
    Null,
    Unique,
    Check,
    Default,
    Collate,
    ForeignKey,
    Generated,
}
