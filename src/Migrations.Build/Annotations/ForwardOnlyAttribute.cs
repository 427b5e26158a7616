using System;

namespace Migrations.Build;

/// <summary>States that a migration cannot be undone, so that it is a decision and not an accident.</summary>
/// <param name="why">Why it cannot be undone.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ForwardOnlyAttribute(string why) : Attribute
{
    /// <summary>Why the migration cannot be undone.</summary>
    public string Why { get; } = why;

    /// <summary>What to do instead of a rollback.</summary>
    public string? Recovery { get; set; }
}
