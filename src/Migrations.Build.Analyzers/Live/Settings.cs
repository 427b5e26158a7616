using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Migrations.Build.Analyzers.Reading.Migrations;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Analyzers.Live;

/// <summary>What the project says to the analyzer: its databases, what was released, and the scripts that it embeds.</summary>
internal sealed record Settings(Items<DatabaseTarget> Targets, ReleasesFile? Releases, Scripts Scripts, DateTime Today)
{
    // An editor asks at each keystroke, with the same text while the file is unchanged.
    private static readonly ConditionalWeakTable<SourceText, ReleasesFile> Read = new();
    private static readonly ConditionalWeakTable<ReleasesFile, string> Digests = new();

    /// <summary>Tells these settings from others.</summary>
    public string Key { get; } = string.Join(";", Targets) + " " + (Releases is null ? "" : Digests.GetValue(Releases, r => Digest.Of(ReleasesWriter.Write(r)))) + Scripts.Key;

    /// <summary>
    /// The settings; null where the project has switched the toolchain off, or never asked for it: an analyzer reaches whatever refers
    /// to a project that has the package, and the properties, which come with its build files, do not.
    /// </summary>
    public static Settings? Of(AnalyzerOptions options, CancellationToken cancel)
    {
        var global = options.AnalyzerConfigOptionsProvider.GlobalOptions;
        if (!global.TryGetValue("build_property.MigrationsEnabled", out var enabled) || !string.Equals(enabled, "true", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var names = global.TryGetValue("build_property._MigrationsTargets", out var said) && said.Length > 0 ? said : global.TryGetValue("build_property.MigrationsDatabases", out said) ? said : "";
        var targets = names.Split([';', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(n => DatabaseTarget.TryParse(n.Trim(), out var target) ? target : null).OfType<DatabaseTarget>().ToItems();
        var sqlite = new DatabaseTarget(DatabaseKind.Sqlite, Dialect.Of(DatabaseKind.Sqlite).OldestVersion);
        return new(targets.Count > 0 ? targets : Items.Of(sqlite), Released(options, cancel), Embedded(options, cancel), Day(global));
    }

    // What is wrong with the file the build says; until then nothing is taken for released that may not be.
    private static ReleasesFile? Released(AnalyzerOptions options, CancellationToken cancel)
    {
        var file = options.AdditionalFiles.FirstOrDefault(f => Said(options, f, "MigrationsKind") == "releases");
        try
        {
            return file?.GetText(cancel) is { } text ? Read.GetValue(text, t => ReleasesReader.Read(t.ToString())) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static Scripts Embedded(AnalyzerOptions options, CancellationToken cancel) => new(
    [
        .. options.AdditionalFiles.Where(f => Said(options, f, "MigrationsKind") == "script")
            .Select(f => (Name: Said(options, f, "LogicalName") is { Length: > 0 } name ? name : Scripts.NameOf(f.Path), Text: f.GetText(cancel)!))
            .Where(f => f.Text is not null),
    ]);

    private static string? Said(AnalyzerOptions options, AdditionalText file, string metadata) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles." + metadata, out var value) ? value : null;

    // An analyzer may read no clock and no environment, so the build hands it the day; an editor that does not judges acceptances as in force.
    private static DateTime Day(AnalyzerConfigOptions global) =>
        global.TryGetValue("build_property._MigrationsToday", out var day) && DateTime.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var today) ? today : DateTime.MinValue;
}
