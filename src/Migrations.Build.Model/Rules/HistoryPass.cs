using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Model.Rules;

/// <summary>What a rule about the whole history looks at.</summary>
public sealed record HistoryPass
{
    /// <summary>The history.</summary>
    public required History History { get; init; }

    /// <summary>The databases that the project ships to.</summary>
    public required Items<DatabaseTarget> Targets { get; init; }
}
