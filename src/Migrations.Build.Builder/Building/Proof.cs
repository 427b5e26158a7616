using System.Globalization;
using System.Text;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Rules;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Verification;
using Migrations.Build.Verification.Rows;

namespace Migrations.Build.Builder.Building;

/// <summary>A bundle with what verification proved of it.</summary>
/// <param name="Bundle">The bundle, complete: its claims are no better than what was seen.</param>
/// <param name="Findings">What verification found, the accepted ones marked.</param>
/// <param name="Said">In a few words, what was proved.</param>
internal sealed record Proof(MigrationBundle Bundle, Items<Finding> Findings, string Said)
{
    /// <summary>Verifies what a draft gives, or leaves it when that was asked.</summary>
    public static async Task<Proof> OfAsync(Draft draft, ReleasesFile? releases)
    {
        var bundle = draft.ToBundle();
        if (!draft.Request.Verify)
        {
            return Unproved(draft, bundle, "the build was told not to verify it", Items<Finding>.Empty);
        }

        var (samples, unreadable) = SamplesOf(draft.Request.Samples);
        if (unreadable is not null)
        {
            return Unproved(draft, bundle, "the samples file could not be read", Items.Of(unreadable));
        }

        bundle.BeginPacking();
        var options = new VerifyOptions { Rows = draft.Request.VerifyRows, Samples = samples, History = draft.History, Releases = releases, StateFolder = draft.Request.State };
        try
        {
            return Proved(draft, bundle, await Verify.RunAsync(bundle, options, CancellationToken.None).ConfigureAwait(false), releases);
        }
        // Without a proof there is a bundle still, if a person says so.
        catch (Exception fault)
        {
            return Unproved(draft, bundle, "verification failed", Items.Of(Fault.Of("verification", fault)));
        }
    }

    private static Proof Proved(Draft draft, MigrationBundle bundle, VerificationReport report, ReleasesFile? releases)
    {
        var findings = Accepting.Mark(report.Findings, draft.Read.History.Migrations, draft.Today);
        var problems = findings.Where(f => releases?.Find(f.Version) is not null && IsProblem(f)).ToLookup(f => f.Version, f => new KnownProblem(f.Rule, FindingText.Of(f)));
        var source = draft.ToSource() with
        {
            Findings = draft.Findings.Concat(findings).ToItems(),
            Doubts = Doubts.Of(draft.History, report.Summary),
            Problems = draft.Problems.Keys.Union(problems.Select(g => g.Key)).ToDictionary(
                v => v,
                v => (draft.Problems.GetValueOrDefault(v) ?? Items<KnownProblem>.Empty).Concat(problems[v]).Distinct().ToItems()),
        };
        var part = Encoding.UTF8.GetBytes(JsonWriter.Indented(RecordJson.Write(report.Summary)));
        var restated = findings.Count == 0 && source.Doubts.Count == 0 ? bundle : BundleWriter.Restate(bundle, source);
        return new(
            restated.WithPart(PartNames.Verification, part),
            findings,
            string.Create(CultureInfo.InvariantCulture, $"{report.Summary.Rounds} verified up, down and up again on {report.Summary.Engine} ({report.Ran} of them now)"));
    }

    private static Proof Unproved(Draft draft, MigrationBundle bundle, string why, Items<Finding> findings) =>
        new(BundleWriter.Restate(bundle, draft.ToSource() with { Doubts = Doubts.Of(draft.History, why) }), findings, "not verified");

    // What is no more than worth knowing is no problem of a migration that shipped.
    private static bool IsProblem(Finding finding) => finding.Rule == NotProvedOnSqlite.Rule.Id || RuleBook.Find(finding.Rule)!.Severity > Severity.Info;

    private static (Samples Samples, Finding? Unreadable) SamplesOf(string path)
    {
        if (!File.Exists(path))
        {
            return (Samples.None, null);
        }

        try
        {
            return (Samples.Read(File.ReadAllText(path)), null);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return (Samples.None, new(SettingUnreadable.Rule.Id, Items.Of("MigrationsSamplesFile", path, e.Message.TrimEnd('.'))));
        }
    }
}
