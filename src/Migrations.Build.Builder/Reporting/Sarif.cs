using System.Text.Encodings.Web;
using System.Text.Json;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.Builder.Reporting;

/// <summary>Writes findings as SARIF 2.1.0, as the compiler does with its own.</summary>
internal static class Sarif
{
    /// <summary>Writes the file.</summary>
    public static void Write(IReadOnlyList<Shown> shown, string path)
    {
        // Builds for several frameworks may write it at the same time: each writes a whole one, and the last one stays.
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + "." + Path.GetRandomFileName();
        using (var file = File.Create(unfinished))
        using (var json = new Utf8JsonWriter(file, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(shown, json);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private static void Write(IReadOnlyList<Shown> shown, Utf8JsonWriter json)
    {
        var rules = shown.Select(s => s.Finding.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules);
        json.WriteStartArray("results");
        foreach (var one in shown)
        {
            WriteResult(json, one, rules);
        }

        json.WriteEndArray();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, List<string> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Migrations.Build");
        json.WriteStartArray("rules");
        foreach (var rule in rules.Select(id => RuleBook.Find(id)!))
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("name", rule.Name);
            WriteText(json, "shortDescription", rule.Title);
            if (Uri.IsWellFormedUriString(rule.HelpLink, UriKind.Absolute))
            {
                json.WriteString("helpUri", rule.HelpLink);
            }

            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Word(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Shown shown, List<string> rules)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", shown.Finding.Rule);
        json.WriteNumber("ruleIndex", rules.IndexOf(shown.Finding.Rule));
        json.WriteString("level", shown.Level switch { Level.Error => "error", Level.Warning => "warning", _ => "note" });
        WriteText(json, "message", shown.Text);
        if (shown.Finding.Place is { } place)
        {
            WritePlace(json, place);
        }

        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, Place place)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri.TryCreate(place.File, UriKind.Absolute, out var uri) ? uri.AbsoluteUri : place.File.Replace('\\', '/'));
        json.WriteEndObject();
        if (place.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", place.Line);
            json.WriteNumber("startColumn", Math.Max(1, place.Column));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
