using Migrations.Build.Builder.Reporting.Severities;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.Builder.Reporting;

/// <summary>Tells the findings of a run: on the protocol, and in a SARIF file when the build asks for one.</summary>
internal static class Report
{
    /// <summary>The findings that are shown; what is accepted or silenced is not.</summary>
    public static IReadOnlyList<Shown> Show(IEnumerable<Finding> findings, Request request) =>
        Hearing.Of(request).Show(Alike.Of(findings.Where(f => f.Accepted is null)));

    /// <summary>Writes what is shown; true when an error is among it.</summary>
    public static bool Write(IReadOnlyList<Shown> shown, Request request, Protocol protocol)
    {
        foreach (var one in shown)
        {
            var rule = RuleBook.Find(one.Finding.Rule)!;
            protocol.Write(Word(one.Level), rule.Id, one.Finding.Place, rule.HelpLink, one.Text);
        }

        if (request.Sarif is { } path)
        {
            WriteLog(shown, path, protocol);
        }

        return shown.Any(s => s.Level == Level.Error);
    }

    // A log that cannot be written is no reason to have no bundle.
    private static void WriteLog(IReadOnlyList<Shown> shown, string path, Protocol protocol)
    {
        try
        {
            Sarif.Write(shown, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            protocol.Say($"'{path}' is not written: {e.Message}");
        }
    }

    private static string Word(Level level) => level switch
    {
        Level.Error => "error",
        Level.Warning => "warning",
        _ => "info",
    };
}
