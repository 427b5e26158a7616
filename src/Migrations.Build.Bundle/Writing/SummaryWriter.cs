using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Writes the plan in plain words.</summary>
internal static class SummaryWriter
{
    public static string Write(BundleSource source, Manifest manifest) =>
        $"# {source.Name} {manifest.Version}\n";
}
