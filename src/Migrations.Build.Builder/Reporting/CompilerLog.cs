using System.Text.Json;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Builder.Reporting;

/// <summary>What the compiler's analyzers said of the same sources, from the log that it wrote: it is not said twice.</summary>
internal sealed class CompilerLog
{
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>Reads the log; one that is not there, or is none, said nothing.</summary>
    public static CompilerLog Read(string? path)
    {
        var log = new CompilerLog();
        try
        {
            if (path is not null && File.Exists(path))
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(path));
                log.Add(json.RootElement);
            }
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or KeyNotFoundException)
        {
            log._said.Clear();
        }

        return log;
    }

    /// <summary>Whether the compiler showed the finding.</summary>
    public bool Said(Finding finding) => _said.Contains(Key(finding.Rule, FindingText.Of(finding)));

    // What it only notes, no console shows.
    private void Add(JsonElement log)
    {
        foreach (var result in log.GetProperty("runs").EnumerateArray().SelectMany(r => r.GetProperty("results").EnumerateArray()))
        {
            var isNote = result.TryGetProperty("level", out var level) && level.GetString() == "note";
            if (!isNote && !result.TryGetProperty("suppressions", out _))
            {
                _said.Add(Key(result.GetProperty("ruleId").GetString() ?? "", result.GetProperty("message").GetProperty("text").GetString() ?? ""));
            }
        }
    }

    private static string Key(string rule, string text) => rule + " " + text;
}
