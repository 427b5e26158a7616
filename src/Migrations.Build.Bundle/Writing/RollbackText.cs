using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Says what a rollback brings back.</summary>
public static class RollbackText
{
    /// <summary>The sentence, without its full stop.</summary>
    public static string Of(Reversibility reversibility) => reversibility switch
    {
        Reversibility.Reversible => "brings everything back",
        Reversibility.KeepsData => "brings everything back, with the data that was kept",
        Reversibility.LosesData => "brings the shape back, but not the values that were removed or overwritten",
        _ => "is not possible",
    };
}
