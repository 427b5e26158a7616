using System.CommandLine;
using Migrations.Build.Cli.Output;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Cli.Commands;

/// <summary>The option that names tables of others, which share the database and are none of the history's.</summary>
internal static class IgnoreTables
{
    public static Option<string> Option(DatabaseCommand verb) => verb.Option<string>(
        "--ignore-tables", "Tables and views that others made and that are not compared, as patterns with * and ?, such as 'Hangfire*,audit_*'.", "patterns");

    public static Items<string> Of(Request request, Option<string> option) =>
        (request.Parsed.GetValue(option) ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToItems();

    public static Report AddTo(Report report, Items<string> ignored) =>
        ignored.Count == 0 ? report : report.Line($"Not compared, since others made them: {FindingText.List([.. ignored])}.");
}
