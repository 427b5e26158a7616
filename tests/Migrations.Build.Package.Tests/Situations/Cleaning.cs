using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

[Collection(PackedPackage.Name)]
public sealed class Cleaning(Feed feed)
{
    [Fact]
    public void Clean_removes_the_bundle()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables);
        consumer.Build().Succeeded();
        Assert.True(File.Exists(consumer.BundlePath));

        consumer.Dotnet("clean", "-nologo").Succeeded();

        Assert.Empty(Directory.GetFiles(consumer.Folder, "*.mbundle", SearchOption.AllDirectories));
    }
}
