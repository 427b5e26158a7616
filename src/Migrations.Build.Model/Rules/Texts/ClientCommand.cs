using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Rules.Texts;

/// <summary>SQL text holds a command for a client.</summary>
public static class ClientCommand
{
    /// <summary>The rule: the command, the client that knows it, and what to do.</summary>
    public static Rule Rule { get; } = new("MIG0907", nameof(ClientCommand))
    {
        Title = "SQL text holds a command for a client",
        Message = "'{0}' is a command for the client '{1}' and no SQL. The server refuses it, through any driver. Do without it: {2}.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) => SqlStep.Of(pass).SelectMany(t => Once(ClientCommands.Of(t.Sql.Text, pass.Target.Kind)).Select(c => t.Find(Rule.Id, c.Text, c.Client, c.Remedy)));

    // What follows one such line, such as the rows of a COPY, may look like more of them.
    private static IEnumerable<ClientLine> Once(IEnumerable<ClientLine> lines) => lines.GroupBy(l => l.Remedy).Select(g => g.First());
}
