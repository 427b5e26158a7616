using System;

namespace Migrations.Build;

/// <summary>Says why a migration exists; shown in the plan, the summary and the journal.</summary>
/// <param name="why">The reason, in a sentence that a reviewer who does not know the ticket understands.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RationaleAttribute(string why) : Attribute
{
    /// <summary>The reason for the change.</summary>
    public string Why { get; } = why;

    /// <summary>The ticket or issue that asked for the change.</summary>
    public string? Ticket { get; set; }

    /// <summary>The person or team to ask about the change.</summary>
    public string? Owner { get; set; }
}
