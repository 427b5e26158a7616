using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

/// <summary>What is asked of a project for several frameworks is asked of each of them.</summary>
[Collection(PackedPackage.Name)]
public sealed class OuterBuilds(Feed feed)
{
    [Fact]
    public void A_project_for_two_frameworks_releases_returns_and_packs_what_each_has()
    {
        using var consumer = new Consumer(feed, frameworks: "<TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks><LangVersion>latest</LangVersion><ErrorLog>two.sarif</ErrorLog>")
            .With("Migrations.cs", Consumer.TwoTables);

        consumer.Build("-t:MigrationsRelease", "-m").Succeeded();
        var released = File.ReadAllText(Path.Combine(consumer.Folder, "migrations.lock.json"));
        Assert.Equal(2, released.Split("2026010").Length - 1);
        Assert.Empty(Directory.GetFiles(consumer.Folder, "*.mbundle", SearchOption.AllDirectories));

        var made = consumer.Build("-t:MigrationsBundle", "-getTargetResult:MigrationsBundle").Succeeded().Output;
        var got = consumer.Build("-t:GetMigrationsBundle", "-getTargetResult:GetMigrationsBundle").Succeeded().Output;
        Assert.Equal(Bundles(consumer), Paths(made));
        Assert.Equal(Bundles(consumer), Paths(got));
        Assert.True(File.Exists(Path.Combine(consumer.Folder, "two.migrations.sarif")));

        consumer.Dotnet("pack", "--no-build", "-c", "Debug", "-o", "packed", "-nologo").Succeeded();
        using var package = System.IO.Compression.ZipFile.OpenRead(Path.Combine(consumer.Folder, "packed", "App.1.0.0.nupkg"));
        Assert.Equal(
            ["migrations/net10.0/App.1.0.0.mbundle", "migrations/netstandard2.0/App.1.0.0.mbundle"],
            package.Entries.Select(e => e.FullName).Where(n => n.EndsWith(".mbundle", StringComparison.Ordinal)).Order());
    }

    private static string[] Bundles(Consumer consumer) =>
        [.. new[] { "netstandard2.0", "net10.0" }.Select(f => Path.Combine(consumer.Folder, "bin", "Debug", f, "App.1.0.0.mbundle")).Where(File.Exists)];

    private static string[] Paths(string output) =>
        [.. output.Split('\n').Where(l => l.Contains("\"Identity\"", StringComparison.Ordinal)).Select(l => l.Split('"')[3].Replace("\\\\", "\\", StringComparison.Ordinal))];
}
