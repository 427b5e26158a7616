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
        var findings = results.SelectMany((result, at) => result.Faults.Select(f => Of(f, chain.Links[at], options))).ToList();
        if (chain.Broken is { } broken && results.Count == chain.Links.Count)
        {
            var later = Later(chain, broken.Version, options);
            var why = "SQLite has no statements for what it does" + (later == 0 ? "" : FormattableString.Invariant($", and the {later} migrations after it need it"));
            findings.Add(new(NotProvedOnSqlite.Rule.Id, Items.Of(broken.Class, why)) { Version = broken.Version, Class = broken.Class, Place = PlaceOf(options, broken.Version) });
        }

        return findings.ToItems();
    }

    /// <summary>What the build proved.</summary>
    public static Verification Summary(MigrationBundle bundle, VerifyOptions options, Chain chain, IReadOnlyList<Result> results, string engine)
    {
        var stopped = chain.Links.Skip(results.Count).Select(l => Unproved(l.Entry.Version, l.Entry.Class, $"'{chain.Links[Math.Max(0, results.Count - 1)].Entry.Class}' before it cannot be applied"));
        var aside = chain.Aside.Select(a => Unproved(a.Entry.Version, a.Entry.Class, a.Why));
        var unrendered = chain.Broken is null ? [] : bundle.Manifest.Migrations
            .Where(m => m.Kind == MigrationKind.Versioned && m.Version >= chain.Broken.Version && m.Tags.Count == 0)
            .Select(m => Unproved(m.Version, m.Class, m == chain.Broken ? "SQLite has no statements for what it does" : $"'{chain.Broken.Class}' before it cannot run on SQLite"));
        return new(engine, options.Rows)
        {
            Rounds = results.Count(r => r.Proof.Down == ProofState.Proved),
            RowsCompared = results.Sum(r => (long)r.Proof.RowsCompared),
            Schema = results.LastOrDefault(r => r.Proof.Schema is not null)?.Proof.Schema,
            Migrations = results.Select(r => r.Proof).Concat(stopped).Concat(aside).Concat(unrendered).OrderBy(p => p.Version).ToItems(),
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

    private static MigrationProof Unproved(long version, string name, string why) => new(version, name) { Up = ProofState.NotProved, Down = ProofState.NotProved, Why = why };

    private static int Later(Chain chain, long version, VerifyOptions options) =>
        options.History?.Versioned.Count(m => m.Version > version) ?? chain.Links.Count(l => l.Entry.Version > version);

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

    private static Place? PlaceOf(VerifyOptions options, long version) => options.History?.Versioned.FirstOrDefault(m => m.Version == version)?.Place;
}
