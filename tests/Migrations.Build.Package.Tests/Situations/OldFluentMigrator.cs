using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

[Collection(PackedPackage.Name)]
public sealed class OldFluentMigrator(Feed feed)
{
    [Fact]
    public void A_consumer_on_FluentMigrator_3_gets_a_bundle_too()
    {
        using var consumer = new Consumer(feed, fluentMigrator: "3.2.9").With("Migrations.cs", Consumer.TwoTables);

        consumer.Build().Succeeded();

        Assert.Equal(2, consumer.Bundle.Manifest.Migrations.Count);
    }
}
