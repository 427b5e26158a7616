using Migrations.Build.Bundle;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Verification.Chains;

namespace Migrations.Build.Verification.Proofs;

/// <summary>Turns results into findings with places, and into the summary.</summary>
internal static class Reporting
{
    /// <summary>What is wrong, where it stands in the source now.</summary>
    public static Items<Finding> Findings(Chain chain, IReadOnlyList<Result> results, VerifyOptions options)
    {
        var behind = results.Where(r => r.Behind > 0).GroupBy(r => r.Behind).ToDictionary(g => g.Key, g => g.Count());
        return results.SelectMany((result, at) => result.Faults.Select(f => Of(With(f, behind.GetValueOrDefault(chain.Links[at].Entry.Version)), chain.Links[at], options))).ToItems();
    }

    // What needs it is told there, and not once more for each of them.
    private static Fault With(Fault fault, int behind) => fault.Rule != NotProvedOnSqlite.Rule.Id || behind == 0 ? fault : fault with
    {
        Values = Items.Of(fault.Values[0], fault.Values[1] + (behind == 1 ? ", and a migration after it needs it" : FormattableString.Invariant($", and {behind} migrations after it need it"))),
    };

    /// <summary>What the build proved.</summary>
    public static Verification Summary(MigrationBundle bundle, VerifyOptions options, Chain chain, IReadOnlyList<Result> results, string engine)
    {
        var aside = chain.Aside.Select(a => new MigrationProof(a.Entry.Version, a.Entry.Class) { Up = ProofState.NotProved, Down = ProofState.NotProved, Why = a.Why });
        return new(engine, options.Rows)
        {
            Rounds = results.Count(r => r.Proof.Down == ProofState.Proved),
            RowsCompared = results.Sum(r => (long)r.Proof.RowsCompared),
            Schema = results.LastOrDefault(r => r.Proof.Schema is not null)?.Proof.Schema,
            Migrations = results.Select(r => r.Told).Concat(aside).OrderBy(p => p.Version).ToItems(),
            NotProved = Gaps(bundle, results).ToItems(),
        };
    }

    private static IEnumerable<string> Gaps(MigrationBundle bundle, IReadOnlyList<Result> results)
    {
        var others = bundle.Targets.Where(t => t.Kind != DatabaseKind.Sqlite).Select(t => Dialect.Of(t.Kind).Name).ToArray();
        if (others.Length > 0)
        {
            yield return $"The SQL for {FindingText.List(others)} was rendered and not run.";
        }

        if (results.Any(r => r.Proof.RanCode))
        {
            yield return "Code of migrations ran on SQLite only; what it does elsewhere, or outside of the database, was not seen.";
        }

        if (bundle.Manifest.Migrations.Any(m => m.Kind != MigrationKind.Versioned))
        {
            yield return "Profiles and maintenance migrations were not run.";
        }

        if (results.Any(r => r.Proof.Lost.Count > 0))
        {
            yield return "Values that Up destroys do not come back with a rollback; 'lost' counts them.";
        }
    }

    // What shipped cannot be changed any more: it is worth knowing, and no reason to stop a build.
    private static Finding Of(Fault fault, Link link, VerifyOptions options) => new(fault.Rule, fault.Values)
    {
        Version = link.Entry.Version,
        Class = link.Entry.Class,
        Severity = options.Releases?.Find(link.Entry.Version) is not null ? Severity.Info : fault.Mild ? Severity.Warning : null,
        Place = PlaceOf(fault, link),
    };

    private static Place? PlaceOf(Fault fault, Link link)
    {
        var steps = fault.InDown ? link.Script?.Down : link.Script?.Up;
        var step = fault.Step > 0 && fault.Step <= steps?.Count ? steps[fault.Step - 1].Place : null;
        return step ?? (fault.InDown ? link.Migration.DownPlace : null) ?? link.Migration.Place;
    }
}
