namespace Migrations.Build.Model.Comparing;

/// <summary>How two schemas differ in an object.</summary>
public enum DifferenceKind
{
    /// <summary>It is expected and not there.</summary>
    Missing,

    /// <summary>It is there and not expected.</summary>
    Extra,

    /// <summary>It is there in another form.</summary>
    Changed,

    /// <summary>The same columns stand in another order, which makes no schema unequal.</summary>
    Reordered,
}
