using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

[Collection(PackedPackage.Name)]
public sealed class DesignTimeBuild(Feed feed)
{
    [Fact]
    public void An_editor_that_asks_for_references_starts_nothing_of_ours()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables);
        consumer.Dotnet("restore").Succeeded();

        consumer.Dotnet("msbuild", "-nologo", "-t:Compile", "-p:DesignTimeBuild=true", "-p:BuildingProject=false", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true").Succeeded();

        Assert.False(Directory.Exists(Path.Combine(consumer.Folder, "obj", "Debug", "net10.0", "migrations")));
    }
}
