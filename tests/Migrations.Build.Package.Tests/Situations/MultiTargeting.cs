using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

[Collection(PackedPackage.Name)]
public sealed class MultiTargeting(Feed feed)
{
    [Fact]
    public void Each_framework_gets_its_bundle()
    {
        using var consumer = new Consumer(feed, frameworks: "<TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks><LangVersion>latest</LangVersion>").With("Migrations.cs", Consumer.TwoTables);

        consumer.Build().Succeeded();

        Assert.Equal(
            BundleBytes(consumer, "netstandard2.0"),
            BundleBytes(consumer, "net10.0"));
    }

    private static byte[] BundleBytes(Consumer consumer, string framework) => File.ReadAllBytes(Path.Combine(consumer.Folder, "bin", "Debug", framework, "App.1.0.0.mbundle"));
}
