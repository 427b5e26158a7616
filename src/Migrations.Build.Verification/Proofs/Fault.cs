using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Toolchain;

namespace Migrations.Build.Verification.Proofs;

/// <summary>What is wrong with a migration, without the place: a proof is kept while lines move.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Values">The facts for its message.</param>
internal sealed record Fault(string Rule, Items<string> Values)
{
    /// <summary>Whether it is about Down.</summary>
    public bool InDown { get; init; }

    /// <summary>The step it is about, from one; zero when it is about all of them.</summary>
    public int Step { get; init; }

    /// <summary>Whether it is a warning, whatever the rule says.</summary>
    public bool Mild { get; init; }

    /// <summary>Whether it is about values that were written after Up, in a shape that Down takes back.</summary>
    public bool IsOfLaterValues { get; init; }

    /// <summary>Whether a rollback that shows it is not whole.</summary>
    public bool IsAgainstDown => !IsOfLaterValues && (Rule == DownFails.Rule.Id || Rule == SchemaNotRestored.Rule.Id || Rule == RowsNotRestored.Rule.Id
        || Rule == SecondUpDiffers.Rule.Id || Rule == ExpectationFails.Rule.Id || Rule == WorksOnlyWhileEmpty.Rule.Id);

    /// <summary>How much it matters.</summary>
    public Severity Severity => Mild ? Severity.Warning : Model.Rules.RuleBook.Find(Rule)?.Severity ?? Severity.Error;
}
