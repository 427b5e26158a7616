using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

[Collection(PackedPackage.Name)]
public sealed class ManyProjects(Feed feed)
{
    [Fact]
    public void Five_projects_build_at_once_and_as_a_graph_and_are_watched()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables);
        var project = File.ReadAllText(Path.Combine(consumer.Folder, "App.csproj"));
        string[] names = ["App", "B", "C", "D", "E"];
        foreach (var name in names[1..])
        {
            consumer.With($"../{name}/{name}.csproj", project).With($"../{name}/Migrations.cs", Consumer.TwoTables);
        }

        var references = string.Join("\n", names.Select(n => $"<ProjectReference Include=\"../{n}/{n}.csproj\" />"));
        consumer.With("../Host/Host.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
            </Project>
            """);

        consumer.Build("../Host", "-m:4").Succeeded();
        var bundles = names.Select(n => n + ".1.0.0.mbundle").ToList();
        var output = Path.Combine(consumer.Folder, "..", "Host", "bin", "Debug", "net10.0");
        Assert.Equal(bundles, Directory.GetFiles(output, "*.mbundle").Select(Path.GetFileName).Order());

        Directory.Delete(output, recursive: true);
        consumer.Build("../Host", "-graph", "-m:4", "--no-restore", "-p:DotNetWatchBuild=true").Succeeded();
        Assert.Equal(bundles, Directory.GetFiles(output, "*.mbundle").Select(Path.GetFileName).Order());

        var watched = consumer.Dotnet("watch", "--list", "--project", "../Host/Host.csproj").Succeeded();
        Assert.Contains(Path.Combine("E", "Migrations.cs"), watched.Output, StringComparison.Ordinal);
    }
}
