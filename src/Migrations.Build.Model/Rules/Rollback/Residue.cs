using Migrations.Build.Model.Comparing;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>What differs between the schema before Up and the one after Down, and which rule says so.</summary>
internal sealed record Residue(string Rule, Difference Difference, TracedStep? Step)
{
    /// <summary>The differences of a migration; none where it does not fold or something opaque may have done anything.</summary>
    public static IReadOnlyList<Residue> Of(Pass pass)
    {
        if (pass.Script.DownKind is not (DownKind.Written or DownKind.Reversed)
            || pass.Migration.ForwardOnly is not null
            || pass.Before.Equals(pass.Down.After)
            || !pass.UpFits
            || pass.Down.Steps.Any(s => s.Refusal is not null))
        {
            return [];
        }

        var known = KnownTables.Of(pass);
        return known is null ? [] : new Sharing(pass, known).Share();
    }

    /// <summary>The differences that one rule speaks of.</summary>
    public static IEnumerable<Residue> Of(Pass pass, string rule) => Of(pass).Where(r => r.Rule == rule);

    /// <summary>The finding about a difference.</summary>
    public Finding Find(Pass pass, params string[] values) => pass.FindInDown(Rule, Step, [Difference.Subject, Difference.Name, .. values]);
}
