using System.CommandLine;
using Migrations.Build.Cli.Output;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Journal;

namespace Migrations.Build.Cli.Commands;

/// <summary>Where a database stands.</summary>
internal static class StatusCommand
{
    private const int ShownDeployments = 10;

    public static Command Make() =>
        new DatabaseCommand("status", "Tells what is applied, pending or half applied, who did it and when, and who holds the lock.", needsBundle: false).Does(
            (request, cancel) => Status.ReadAsync(request.Bundle, request.Settings, cancel),
            (_, outcome) => Report(outcome),
            Document);

    private static Fields Document(StatusOutcome outcome) => new Fields()
        .With("migrations", outcome.Migrations, Documents.Migration)
        .With("deployments", outcome.Deployments, Documents.Deployment)
        .With("kept", outcome.Kept, Documents.Kept)
        .With("locked", outcome.Locked)
        .With("lockHolder", outcome.Holder is { } holder ? Holder(holder) : Json.Null);

    private static Json Holder(LockHolder holder) => new Fields()
        .With("by", holder.By)
        .With("process", holder.Process)
        .With("since", holder.Since)
        .ToJson();

    private static Report Report(StatusOutcome outcome)
    {
        if (outcome.Code != ExitCode.Done)
        {
            return new();
        }
        var counts = outcome.Migrations.GroupBy(m => m.State).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Words.Of(g.Key)}").ToList();
        var report = new Report().Title(counts.Count == 0 ? "No migration is applied." : "Migrations: " + string.Join(", ", counts));
        if (outcome.Migrations.Count > 0)
        {
            report.Grid(["version", "state", "when", "run", "migration"], outcome.Migrations.Select(m => Row(m, outcome)));
        }
        foreach (var failed in outcome.Migrations.Where(m => m.Error is not null))
        {
            report.Line($"{failed.Version} {failed.Class} failed when it last ran: {failed.Error}");
        }
        foreach (var doubtful in outcome.Migrations)
        {
            Problems.AddTo(report, doubtful.Version, doubtful.Class, doubtful.Problems);
        }
        if (outcome.Deployments.Count > 0)
        {
            report.Grid(["deployment", "verb", "state", "started", "by"], outcome.Deployments.Take(ShownDeployments).Select(Row));
        }
        // A migration that may destroy data and did not has a table without rows: nothing a person has to know of.
        if (outcome.Kept.Where(k => k.Rows > 0 || k.Missing).ToList() is { Count: > 0 } kept)
        {
            Kept.AddTo(report, kept);
        }
        return outcome.Locked ? report.Line(outcome.Holder is { } holder ? $"The lock is held by {holder.By}, process {holder.Process}, since {Words.Of(holder.Since)}." : "The lock is held.") : report;
    }

    private static string[] Row(MigrationStatus migration, StatusOutcome outcome) =>
    [
        Words.Of(migration.Version),
        Words.Of(migration.State) + (migration.Baselined ? ", adopted" : ""),
        Words.Of(migration.At),
        migration.Deployment is { } number ? "#" + Words.Of(number) : migration.State == MigrationState.Applied && outcome.Deployments.Count > 0 ? "other" : "",
        migration.Class,
    ];

    private static string[] Row(Deployment deployment) =>
        ["#" + Words.Of(deployment.Number), deployment.Verb, Words.Of(deployment.State), Words.Of(deployment.Started), deployment.By];
}
