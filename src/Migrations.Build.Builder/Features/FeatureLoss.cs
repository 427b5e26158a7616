namespace Migrations.Build.Builder.Features;

/// <summary>What is lost where an engine does not have a feature.</summary>
public enum FeatureLoss
{
    /// <summary>Speed or storage only.</summary>
    Comfort,

    /// <summary>Rows or names come out otherwise than the migration says, though nothing is refused or accepted wrongly.</summary>
    Behaviour,

    /// <summary>A unique index or constraint would refuse or accept other rows.</summary>
    Uniqueness,
}
