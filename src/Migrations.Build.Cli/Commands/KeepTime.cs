using System.CommandLine;
using System.Globalization;
using Migrations.Build.Cli.Output;

namespace Migrations.Build.Cli.Commands;

/// <summary>How long data is kept, as people say it: <c>30</c> (days), <c>12h</c>, <c>forever</c>.</summary>
internal static class KeepTime
{
    private const string Forever = "forever";

    public static Option<string> Option(DatabaseCommand verb, string name, string text, bool mayBeForever)
    {
        var option = verb.Option<string>(name, text, "days");
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !IsTime(result.Tokens[0].Value, mayBeForever))
            {
                result.AddError($"'{name}' is a number of days such as 30, or of hours such as 12h{(mayBeForever ? $", or '{Forever}'" : "")}");
            }
        });
        return option;
    }

    /// <summary>The time that a valid text says; null for ever.</summary>
    public static TimeSpan? Of(string? text, TimeSpan? unsaid) => text is null ? unsaid
        : text == Forever ? null
        : text.EndsWith('h') ? TimeSpan.FromHours(Number(text[..^1])!.Value)
        : TimeSpan.FromDays(Number(text)!.Value);

    /// <summary>For how long, as the end of a sentence.</summary>
    public static string Text(TimeSpan? time) => time is not { } kept ? "for ever" : kept == TimeSpan.Zero ? "for no time" : "for " + Span(kept);

    private static string Span(TimeSpan kept) =>
        kept.Ticks % TimeSpan.TicksPerDay == 0 ? Words.Count((long)kept.TotalDays, "day")
        : Words.Count((long)kept.TotalHours, "hour");

    private static bool IsTime(string text, bool mayBeForever) =>
        (mayBeForever && text == Forever) || Number(text.EndsWith('h') ? text[..^1] : text) is not null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 100_000 ? number : null;
}
