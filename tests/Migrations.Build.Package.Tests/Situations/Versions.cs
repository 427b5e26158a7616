using System.Diagnostics;
using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

/// <summary>A version that a target computes is the bundle's as it is the assembly's.</summary>
[Collection(PackedPackage.Name)]
public sealed class Versions(Feed feed)
{
    private const string Computing = """
        <PropertyGroup Condition="'$(Style)' == 'property'"><GetPackageVersionDependsOn>Compute;$(GetPackageVersionDependsOn)</GetPackageVersionDependsOn></PropertyGroup>
        <Target Name="Compute" Condition="'$(Style)' == 'property'"><PropertyGroup><Version>5.0.1</Version></PropertyGroup></Target>
        <Target Name="BeforeAssemblyVersion" BeforeTargets="GetAssemblyVersion" Condition="'$(Style)' == 'assembly'"><PropertyGroup><Version>5.0.2</Version></PropertyGroup></Target>
        <Target Name="BeforeCompiling" BeforeTargets="BeforeCompile" Condition="'$(Style)' == 'compile'"><PropertyGroup><Version>5.0.3</Version></PropertyGroup></Target>
        <Target Name="BeforeBuilding" BeforeTargets="BeforeBuild" Condition="'$(Style)' == 'build'"><PropertyGroup><Version>5.0.4</Version></PropertyGroup></Target>
        """;

    [Fact]
    public void A_computed_version_is_the_bundles_name_and_content()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables).With("Directory.Build.targets", $"<Project>{Computing}</Project>");

        foreach (var (style, version) in new[] { ("property", "5.0.1"), ("assembly", "5.0.2"), ("compile", "5.0.3"), ("build", "5.0.4"), ("none", "1.0.0") })
        {
            consumer.Build("-p:Style=" + style).Succeeded();
            Assert.Equal(["App." + version + ".mbundle"], Directory.GetFiles(consumer.Output, "*.mbundle").Select(Path.GetFileName));
            Assert.Equal(version, Bundle.Reading.BundleReader.Open(Path.Combine(consumer.Output, $"App.{version}.mbundle")).Manifest.Version);
        }

        var asked = consumer.Build("-t:GetMigrationsBundle", "-getTargetResult:GetMigrationsBundle", "-p:Style=assembly").Succeeded();
        Assert.Contains("App.5.0.2.mbundle", asked.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_of_MinVer_reaches_the_bundle_and_what_is_published_without_a_build()
    {
        using var consumer = new Consumer(feed, items: """<PackageReference Include="MinVer" Version="7.0.0" PrivateAssets="all" />""").With("Migrations.cs", Consumer.TwoTables);
        foreach (var line in new[] { "init -q -b main", "add Migrations.cs", "-c user.name=a -c user.email=a@b.c commit -q -m a", "tag 3.4.5" })
        {
            using var git = Process.Start(new ProcessStartInfo("git", line) { WorkingDirectory = consumer.Folder })!;
            git.WaitForExit();
            Assert.Equal(0, git.ExitCode);
        }

        consumer.Build().Succeeded();
        consumer.Dotnet("publish", "--no-build", "-c", "Debug", "-o", "published", "-nologo").Succeeded();

        Assert.Equal("3.4.5", Bundle.Reading.BundleReader.Open(Path.Combine(consumer.Folder, "published", "App.3.4.5.mbundle")).Manifest.Version);
    }
}
