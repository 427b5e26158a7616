namespace Migrations.Build.Model.Operations;

/// <summary>The kinds of key constraint.</summary>
public enum KeyKind
{
    /// <summary>The primary key.</summary>
    Primary,

    /// <summary>A unique constraint.</summary>
    Unique,
}
