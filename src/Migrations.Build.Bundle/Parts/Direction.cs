namespace Migrations.Build.Bundle.Parts;

/// <summary>Which way a migration runs.</summary>
public enum Direction
{
    /// <summary>It is applied.</summary>
    Up,

    /// <summary>It is rolled back.</summary>
    Down,
}
