namespace Migrations.Build.Oracle.Tests.Making;

/// <summary>Which features the stories of the gate have.</summary>
internal static class Features
{
    // What does not hold yet, and why it is left out.
    private static readonly Dictionary<Feature, string> Off = new()
    {
        [Feature.Updates] = "what the application writes over what Up wrote is overwritten",
        [Feature.Inserts] = "rows equal to an inserted one go with it, and rows in its way are not kept",
        [Feature.Deletes] = "rows of tables that are in a circle, and of generated columns, do not come back; a build refuses them for made-up rows",
        [Feature.MetRows] = "as inserts",
        [Feature.SloppyDowns] = "a Down that leaves rows behind is a warning, and the claim does not hear of it",
        [Feature.LastDeployment] = "after a deployment that failed the one before is undone",
        [Feature.Tightening] = "made-up rows do not foresee NOT NULL",
        [Feature.UniqueIndexes] = "made-up rows do not foresee unique indexes that SQL text makes",
        [Feature.BrokenReferences] = "the builder fails on a foreign key that leads nowhere",
        [Feature.RebuildsByHand] = "a table that is made anew by SQL text is refused",
        [Feature.FullText] = "rows of full-text tables do not come back",
        [Feature.KeyWithOrder] = "a table without row numbers whose key has an order is taken for one with them",
        [Feature.TableDrops] = "a dropped table comes back with its key written otherwise, which later checks refuse",
        [Feature.Alterations] = "a type that comes back is taken for another one",
        [Feature.ConflictClauses] = "rebuilds and restored rows meet ON CONFLICT clauses",
    };

    public static IReadOnlySet<Feature> All { get; } = Enum.GetValues<Feature>().ToHashSet();

    public static IReadOnlySet<Feature> InTheGate { get; } = All.Except(Off.Keys).ToHashSet();
}
