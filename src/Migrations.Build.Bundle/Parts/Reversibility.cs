namespace Migrations.Build.Bundle.Parts;

/// <summary>What a rollback of a migration brings back.</summary>
public enum Reversibility
{
    /// <summary>Everything: nothing is destroyed.</summary>
    Reversible,

    /// <summary>Everything: what Up destroys is kept and restored.</summary>
    KeepsData,

    /// <summary>Everything, as far as reading tells: nobody saw it.</summary>
    NotProved,

    /// <summary>The shape, but not the values that Up destroyed.</summary>
    LosesData,

    /// <summary>Nothing: it cannot be undone.</summary>
    ForwardOnly,
}
