namespace Migrations.Build;

/// <summary>The moment at which an expected outcome must hold.</summary>
public enum ExpectWhen
{
    /// <summary>After the migration was applied.</summary>
    After = 0,

    /// <summary>Before the migration is applied.</summary>
    Before = 1,

    /// <summary>After the migration was rolled back.</summary>
    AfterRollback = 2,
}
