using Migrations.Build.Runner;

namespace Migrations.Build.Cli.Output;

/// <summary>What a verb answers: its exit code, what it has to say, the report for people and the members of the document for programs.</summary>
internal sealed record Answer(ExitCode Code, IReadOnlyList<Message> Messages)
{
    public Report Report { get; init; } = new();

    public Fields Document { get; init; } = new();

    public static Answer Of(Outcome outcome) => new(outcome.Code, [.. outcome.Findings.Select(Message.Of)]);
}
