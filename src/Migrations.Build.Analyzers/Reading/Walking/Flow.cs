namespace Migrations.Build.Analyzers.Reading.Walking;

/// <summary>How a statement ends.</summary>
internal enum Flow
{
    /// <summary>The next statement follows.</summary>
    Next,

    /// <summary>The loop or switch is left.</summary>
    Break,

    /// <summary>The loop goes on with its next round.</summary>
    Continue,

    /// <summary>The body is left.</summary>
    Return,

    /// <summary>An exception leaves every body.</summary>
    Throw,
}
