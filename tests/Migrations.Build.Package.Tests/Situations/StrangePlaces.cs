using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

[Collection(PackedPackage.Name)]
public sealed class StrangePlaces(Feed feed)
{
    [Fact]
    public void Spaces_and_letters_beyond_ASCII_in_the_path_do_no_harm()
    {
        using var consumer = new Consumer(feed, name: "Größe und Maß", folder: "mit Leerzeichen/Ünïcödé").With("Migrations.cs", Consumer.TwoTables);

        consumer.Build().Succeeded();

        Assert.Equal(2, consumer.Bundle.Manifest.Migrations.Count);
    }

    [Fact]
    public void Two_folders_give_the_same_bytes()
    {
        using var here = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables);
        using var there = new Consumer(feed, folder: "another folder").With("Migrations.cs", Consumer.TwoTables);
        here.Build().Succeeded();

        Run.Dotnet(there.Folder, new Dictionary<string, string> { ["LC_ALL"] = "tr_TR.UTF-8", ["TZ"] = "Asia/Tokyo" }, "build", "-nologo", "--disable-build-servers").Succeeded();

        Assert.Equal(File.ReadAllBytes(here.BundlePath), File.ReadAllBytes(there.BundlePath));
    }

    [Fact]
    public void Two_projects_build_in_parallel()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables);
        var project = File.ReadAllText(Path.Combine(consumer.Folder, "App.csproj"));
        consumer.With("../Other/Other.csproj", project).With("../Other/Migrations.cs", Consumer.TwoTables);
        consumer.With("../both.proj", """
            <Project>
              <Target Name="Restore"><MSBuild Projects="App/App.csproj;Other/Other.csproj" Targets="Restore" /></Target>
              <Target Name="Build"><MSBuild Projects="App/App.csproj;Other/Other.csproj" Targets="Build" BuildInParallel="true" /></Target>
            </Project>
            """);

        consumer.Dotnet("msbuild", "../both.proj", "-t:Restore", "-nologo", "-nr:false").Succeeded();
        consumer.Dotnet("msbuild", "../both.proj", "-t:Build", "-m", "-nologo", "-nr:false").Succeeded();

        Assert.Equal(2, Directory.GetFiles(Path.Combine(consumer.Folder, ".."), "*.1.0.0.mbundle", SearchOption.AllDirectories).Count(f => f.Contains("bin", StringComparison.Ordinal)));
    }
}
