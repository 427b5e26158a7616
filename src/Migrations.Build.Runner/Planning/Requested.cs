using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules.Toolchain;

namespace Migrations.Build.Runner.Planning;

/// <summary>Which migrations are asked for beside those that always run, as FluentMigrator's runner takes them: by their tags, and a profile by its name.</summary>
public sealed record Requested
{
    /// <summary>Nothing beside them.</summary>
    public static Requested Nothing { get; } = new();

    /// <summary>The tags.</summary>
    public Items<string> Tags { get; init; } = Items<string>.Empty;

    /// <summary>The profile; its migrations run after the others, each time.</summary>
    public string? Profile { get; init; }

    /// <summary>Why a migration does not run; null where it does.</summary>
    internal string? WhyNot(MigrationEntry entry) => entry.Kind switch
    {
        MigrationKind.Profile => entry.Occasion == Profile ? null : $"profile '{entry.Occasion}'",
        MigrationKind.Maintenance => $"maintenance stage '{entry.Occasion}'",
        _ => entry.Tags.Count == 0 || (entry.AnyTag ? entry.Tags.Any(Has) : entry.Tags.All(Has)) ? null : "tags " + FindingText.List([.. entry.Tags.Select(t => $"'{t}'")]),
    };

    /// <summary>What speaks against it: a tag or a profile that no migration of the bundle has.</summary>
    internal Verdict? Objection(MigrationBundle bundle)
    {
        var all = bundle.Manifest.Migrations;
        var unknown = Tags.FirstOrDefault(t => !all.Any(m => m.Tags.Contains(t, StringComparer.OrdinalIgnoreCase)));
        return unknown is not null ? Unclear($"no migration of the bundle has tag '{unknown}'")
            : Profile is not null && !all.Any(m => m.Kind == MigrationKind.Profile && m.Occasion == Profile) ? Unclear($"no migration of the bundle has profile '{Profile}'")
            : null;
    }

    private static Verdict Unclear(string why) => new(ExitCode.Usage, OptionsUnclear.Rule.Says(why));

    private bool Has(string tag) => Tags.Contains(tag, StringComparer.OrdinalIgnoreCase);
}
