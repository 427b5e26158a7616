using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Writes the plan for reviewers.</summary>
internal static class PlanWriter
{
    public static string Write(BundleSource source, Manifest manifest) =>
        $"# {source.Name} {manifest.Version}\n";
}
