using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

[Collection(PackedPackage.Name)]
public sealed class CleanBuild(Feed feed)
{
    [Fact]
    public void A_first_build_makes_a_verified_bundle_beside_the_assembly()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables);

        var build = consumer.Build().Succeeded();

        Assert.Contains("2 migrations", build.Output, StringComparison.Ordinal);
        Assert.Equal([202601010900, 202601020900], consumer.Bundle.Manifest.Migrations.Select(m => m.Version));
        Assert.Contains(consumer.Bundle.Manifest.Parts, p => p.Name == "verification.json");
    }

    [Fact]
    public void The_databases_are_those_whose_runner_is_referenced()
    {
        using var consumer = new Consumer(feed, items: """<PackageReference Include="FluentMigrator.Runner.Postgres" Version="8.0.1" />""").With("Migrations.cs", Consumer.TwoTables);

        consumer.Build().Succeeded();

        Assert.Equal(["postgres:14"], consumer.Bundle.Manifest.Databases);
    }
}
