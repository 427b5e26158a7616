using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Says what a rollback brings back.</summary>
public static class RollbackText
{
    /// <summary>The sentence, without its full stop.</summary>
    public static string Of(Reversibility reversibility) => reversibility switch
    {
        Reversibility.Reversible => "brings everything back",
        Reversibility.KeepsData => "brings everything back, with the data that was kept",
        Reversibility.NotProved => "should bring everything back, which the build did not see",
        Reversibility.LosesData => "brings the shape back, but not the values that were removed or overwritten",
        _ => "is not possible",
    };

    /// <summary>The sentence for a migration, where databases differ for each of them.</summary>
    public static string Of(MigrationEntry entry) => entry.Reversibilities.Select(r => r.Reversibility).Distinct().Count() < 2
        ? Of(entry.Reversibility)
        : string.Join("; ", entry.Reversibilities.GroupBy(r => r.Reversibility).OrderBy(g => g.Key)
            .Select(g => $"{Of(g.Key)} on {FindingText.List([.. g.Select(r => Dialect.Of(r.Database).Name)])}"));

    /// <summary>What speaks against it, as a sentence.</summary>
    public static string Of(RollbackDoubt doubt) => doubt.Kind switch
    {
        DoubtKind.Fails => "The build saw it go wrong: ",
        DoubtKind.LosesData => "The build saw it lose data: ",
        _ => "It is not proved: ",
    } + doubt.Why.TrimEnd('.') + ".";

    /// <summary>The same in a word or two, for tables.</summary>
    public static string Short(Reversibility reversibility) => reversibility switch
    {
        Reversibility.Reversible => "whole",
        Reversibility.KeepsData => "whole, keeps data",
        Reversibility.NotProved => "not proved",
        Reversibility.LosesData => "loses data",
        _ => "impossible",
    };
}
