using System;

namespace Migrations.Build;

/// <summary>Takes a risk knowingly: silences one rule on this migration. Without a reason, past its date or with nothing to silence it is itself a finding.</summary>
/// <param name="rule">The rule's id, such as <c>MIG0202</c>.</param>
/// <param name="reason">Why the risk is acceptable.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AcceptAttribute(string rule, string reason) : Attribute
{
    /// <summary>The id of the rule to silence.</summary>
    public string Rule { get; } = rule;

    /// <summary>Why the risk is acceptable.</summary>
    public string Reason { get; } = reason;

    /// <summary>The last day on which the risk is accepted, as <c>yyyy-MM-dd</c> in UTC; for ever when null.</summary>
    public string? Until { get; set; }
}
