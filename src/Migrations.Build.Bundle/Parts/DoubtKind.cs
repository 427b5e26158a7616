namespace Migrations.Build.Bundle.Parts;

/// <summary>How much a doubt about a rollback says.</summary>
public enum DoubtKind
{
    /// <summary>Nobody saw it run.</summary>
    NotProved,

    /// <summary>It was seen, and values that Up destroyed did not come back.</summary>
    LosesData,

    /// <summary>It was seen, and Down itself failed, or left other rows or another schema than there were before.</summary>
    Fails,
}
