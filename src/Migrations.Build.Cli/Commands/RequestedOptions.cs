using System.CommandLine;
using Migrations.Build.Cli.Output;
using Migrations.Build.Model;
using Migrations.Build.Runner.Planning;

namespace Migrations.Build.Cli.Commands;

/// <summary>The options that ask for migrations which do not run by themselves.</summary>
internal sealed class RequestedOptions(DatabaseCommand verb)
{
    private readonly Option<string> _tags = verb.Option<string>("--tags", "Run migrations with these tags too, as FluentMigrator does; separated by commas.", "tags");
    private readonly Option<string> _profile = verb.Option<string>("--profile", "Run the migrations of this profile after the others, each time.", "profile");

    public Requested Of(Request request) => new()
    {
        Tags = (request.Parsed.GetValue(_tags) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToItems(),
        Profile = request.Parsed.GetValue(_profile),
    };

    /// <summary>Says which migrations do not run.</summary>
    public static Report AddTo(Report report, PlanOutcome? plan)
    {
        foreach (var left in plan?.NotRun ?? Items<NotRunMigration>.Empty)
        {
            report.Line($"Not run: {left.Entry.Class}: {left.Why}");
        }

        return report;
    }
}
