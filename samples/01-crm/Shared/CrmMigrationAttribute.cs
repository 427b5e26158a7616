using FluentMigrator;

namespace Crm.Migrations.Shared;

/// <summary>The team's own way to state a version: the day, the time and the ticket.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CrmMigrationAttribute(int day, int time, string ticket, string description)
    : MigrationAttribute((day * 1_000_000L) + (time * 100L), $"{ticket}: {description}")
{
    /// <summary>The day as <c>yyyyMMdd</c>.</summary>
    public int Day { get; } = day;

    /// <summary>The time as <c>HHmm</c>.</summary>
    public int Time { get; } = time;

    /// <summary>The ticket that asked for the change.</summary>
    public string Ticket { get; } = ticket;
}
