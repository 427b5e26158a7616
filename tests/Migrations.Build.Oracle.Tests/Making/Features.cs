namespace Migrations.Build.Oracle.Tests.Making;

/// <summary>Which features the stories of the gate have.</summary>
internal static class Features
{
    // What does not hold yet, and why it is left out.
    private static readonly Dictionary<Feature, string> Off = new()
    {
        [Feature.Alterations] = "a type that SQL text declared and a Down brings back is another one to verification, of the same affinity",
        [Feature.ConflictClauses] = "a table that comes back by an inferred Down has lost ON CONFLICT behind NOT NULL",
        [Feature.DeferredReferences] = "a table that comes back by an inferred Down checks its foreign keys at once",
        [Feature.BrokenReferences] = "a foreign key that leads nowhere is refused, and what else is said then was not judged yet",
        [Feature.SeveralChanges] = "a row that a migration inserts before it drops the table comes back after its Down deleted it",
        [Feature.RebuildsByHand] = "new in the product: not judged yet",
        [Feature.Tightening] = "whether made-up rows were right to fail is seldom seen in the few rows of a story",
        [Feature.UniqueIndexes] = "as tightening",
        [Feature.WritingTriggers] = "what a trigger writes to another table while a migration or its Down runs stays there, and the claim does not hear of it",
        [Feature.SloppyDowns] = "a Down that leaves rows behind is a warning, and the claim does not hear of it",
    };

    public static IReadOnlySet<Feature> All { get; } = Enum.GetValues<Feature>().ToHashSet();

    public static IReadOnlySet<Feature> InTheGate { get; } = All.Except(Off.Keys).ToHashSet();

    /// <summary>The features that a setting names: those of the gate, or all, with some added and some left out.</summary>
    public static IReadOnlySet<Feature> Of(string? setting)
    {
        var words = (setting ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var named = words.Where(w => w != "all").ToLookup(w => w.StartsWith('-'), w => Enum.Parse<Feature>(w.TrimStart('-')));
        return (words.Contains("all") ? All : InTheGate).Union(named[false]).Except(named[true]).ToHashSet();
    }
}
