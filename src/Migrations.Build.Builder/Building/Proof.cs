using System.Globalization;
using System.Text;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
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
/// <param name="Bundle">The bundle, complete.</param>
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
            return new(bundle, Items<Finding>.Empty, "not verified");
        }

        var (samples, unreadable) = SamplesOf(draft.Request.Samples);
        if (unreadable is not null)
        {
            return new(bundle, Items.Of(unreadable), "not verified");
        }

        bundle.BeginPacking();
        var options = new VerifyOptions { Rows = draft.Request.VerifyRows, Samples = samples, History = draft.History, Releases = releases, StateFolder = draft.Request.State };
        var report = await Verify.RunAsync(bundle, options, CancellationToken.None).ConfigureAwait(false);
        var part = Encoding.UTF8.GetBytes(JsonWriter.Indented(RecordJson.Write(report.Summary)));
        return new(
            bundle.WithPart(PartNames.Verification, part),
            Accepting.Mark(report.Findings, draft.Read.History.Migrations, draft.Today),
            string.Create(CultureInfo.InvariantCulture, $"{report.Summary.Rounds} verified up, down and up again on {report.Summary.Engine} ({report.Ran} of them now)"));
    }

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
