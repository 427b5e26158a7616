using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Reading;

namespace Migrations.Build.Attack.Tests.Ground;

/// <summary>The bundle of the CRM sample.</summary>
internal static class Sample
{
    public static string Path { get; } = Directory.GetFiles(AppContext.BaseDirectory, "Crm.Migrations.*.mbundle").Single();

    public static MigrationBundle Bundle { get; } = BundleReader.Open(Path);

    /// <summary>The versions in their order.</summary>
    public static long[] Versions { get; } = [.. Bundle.Manifest.Migrations.Select(m => m.Version).Order()];
}
