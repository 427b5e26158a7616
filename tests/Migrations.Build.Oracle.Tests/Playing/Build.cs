using Migrations.Build.Builder.Building;
using Migrations.Build.Builder.Reporting;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Bundle;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Oracle.Tests.Telling;

namespace Migrations.Build.Oracle.Tests.Playing;

/// <summary>A story as the builder has it: its bundle, verified or, where it was refused, as far as it came.</summary>
/// <param name="Errors">What the toolchain itself cannot do or prove.</param>
/// <param name="Rules">Errors of rules, which a team may silence; here they are.</param>
internal sealed record Build(MigrationBundle? Bundle, IReadOnlyList<(string Rule, string Text)> Errors, IReadOnlyList<(string Rule, string Text)> Rules)
{
    private static readonly Lock OneAtATime = new();

    public static async Task<Build> OfAsync(Story story)
    {
        Draft draft;
        Request request;
        lock (OneAtATime)
        {
            (request, draft) = Emitted.Reading(story, path =>
            {
                var asked = new Request
                {
                    Command = "build", Assembly = path, Name = "Oracle", Version = "1.0.0", Project = Path.ChangeExtension(path, ".csproj"), VerifyRows = 6,
                    Targets = Items.Of(new DatabaseTarget(DatabaseKind.Sqlite, Dialect.Of(DatabaseKind.Sqlite).OldestVersion)),
                };
                return (asked, Draft.Of(asked, null));
            });
        }

        var found = Read(draft.Findings, request).ToLookup(e => IsOwn(e.Rule));
        List<(string Rule, string Text)> rules = [.. found[false]];
        if (draft.Rendered is null || found[true].Any())
        {
            return new(draft.Rendered is null ? null : draft.ToBundle(), [.. found[true]], rules);
        }

        var proof = await Proof.OfAsync(draft, null).ConfigureAwait(false);
        return new(proof.Bundle, Read(proof.Findings, request), rules);
    }

    private static bool IsOwn(string rule) => rule.StartsWith("MIG9", StringComparison.Ordinal) || rule == "MIG0811";

    private static List<(string Rule, string Text)> Read(IEnumerable<Finding> findings, Request request) =>
        [.. Report.Show(findings, request).Where(s => s.Level == Level.Error).Select(s => (s.Finding.Rule, FindingText.Of(s.Finding)))];
}
