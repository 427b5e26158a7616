using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

[Collection(PackedPackage.Name)]
public sealed class OffSwitch(Feed feed)
{
    [Fact]
    public void Switched_off_there_is_no_bundle_and_no_process()
    {
        using var consumer = new Consumer(feed, properties: "<MigrationsEnabled>false</MigrationsEnabled>").With("Migrations.cs", Consumer.TwoTables);

        var build = consumer.Build("-v:detailed").Succeeded();

        Assert.DoesNotContain("Migrations.Build.Builder.dll", build.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(consumer.Folder, "*.mbundle", SearchOption.AllDirectories));
    }
}
