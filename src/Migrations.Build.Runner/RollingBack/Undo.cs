using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Planning;
using Migrations.Build.Runner.Running;

namespace Migrations.Build.Runner.RollingBack;

/// <summary>An applied migration with what is known about undoing it; nothing where neither the database nor the bundle knows it.</summary>
internal sealed record Undo(AppliedMigration Applied, StoredMigration? Migration, bool Stored)
{
    /// <summary>Whether the database keeps a Down that this version of the tool cannot read.</summary>
    public bool IsOfUnknownFormat { get; init; }

    /// <summary>The numbers of the statements that are left out, because what they restore is gone.</summary>
    public IReadOnlySet<int> Skip { get; init; } = new HashSet<int>();

    /// <summary>Its class.</summary>
    public string Class => Migration?.Class ?? Applied.Name;

    /// <summary>The statements that undo it.</summary>
    public Items<Statement> Down => Migration?.Down ?? Items<Statement>.Empty;

    /// <summary>What is told of it.</summary>
    public PlannedUndo Planned => new(Applied.Version, Class, Down)
    {
        Reversibility = Migration?.Reversibility ?? Reversibility.ForwardOnly,
        Keeps = PlannedKeeps.Of(Migration?.Keeps.Where(k => k.Way == Direction.Down) ?? [], Down),
        Stored = Stored,
    };

    /// <summary>What is run, from where an interrupted run left it.</summary>
    public Work Work(UnfinishedMigration? unfinished) => new(Direction.Down, Applied.Version, Class, Down)
    {
        Hash = Applied.Hash ?? "",
        Transaction = Migration!.Transaction,
        After = Migration.Expectations,
        Assumptions = Migration.Assumptions,
        CodeSteps = Migration.CodeSteps,
        Keeps = Migration.Keeps,
        Skip = Skip,
        DoneAlready = unfinished?.Done ?? new Dictionary<int, string>(),
    };
}
