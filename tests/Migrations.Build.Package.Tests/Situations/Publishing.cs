using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

[Collection(PackedPackage.Name)]
public sealed class Publishing(Feed feed)
{
    [Fact]
    public void Publish_ships_the_bundle_with_and_without_building()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables);
        consumer.Build("-c", "Release").Succeeded();

        consumer.Dotnet("publish", "--no-build", "-c", "Release", "-o", "unbuilt", "-nologo").Succeeded();
        consumer.Dotnet("publish", "-c", "Release", "-o", "built", "-nologo", "--disable-build-servers").Succeeded();

        Assert.True(File.Exists(Path.Combine(consumer.Folder, "unbuilt", "App.1.0.0.mbundle")));
        Assert.True(File.Exists(Path.Combine(consumer.Folder, "built", "App.1.0.0.mbundle")));
    }

    [Fact]
    public void Pack_puts_the_bundle_into_the_package_and_the_annotations_among_its_dependencies()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables);

        consumer.Dotnet("pack", "-c", "Release", "-o", "packed", "-nologo", "--disable-build-servers").Succeeded();

        using var package = System.IO.Compression.ZipFile.OpenRead(Path.Combine(consumer.Folder, "packed", "App.1.0.0.nupkg"));
        Assert.Contains(package.Entries, e => e.FullName == "migrations/net10.0/App.1.0.0.mbundle");
        using var specification = new StreamReader(package.GetEntry("App.nuspec")!.Open());
        Assert.Contains("id=\"Migrations.Build\"", specification.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_references_the_migrations_gets_the_bundle_and_makes_none_of_its_own()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables);
        consumer.With("../Web/Web.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup><ProjectReference Include="../App/App.csproj" /></ItemGroup>
            </Project>
            """).With("../Web/Program.cs", "System.Console.WriteLine();");

        consumer.Dotnet("build", "../Web", "-nologo", "--disable-build-servers").Succeeded();

        var bundles = Directory.GetFiles(Path.Combine(consumer.Folder, "..", "Web", "bin"), "*.mbundle", SearchOption.AllDirectories);
        Assert.Equal(["App.1.0.0.mbundle"], bundles.Select(Path.GetFileName));
    }
}
