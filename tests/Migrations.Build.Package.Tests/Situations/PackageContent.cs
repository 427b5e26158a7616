using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

[Collection(PackedPackage.Name)]
public sealed class PackageContent(Feed feed)
{
    [Fact]
    public void The_package_holds_what_it_promises_and_no_database_driver_but_SQLite()
    {
        using var package = System.IO.Compression.ZipFile.OpenRead(feed.Package);
        var names = package.Entries.Select(e => e.FullName).ToList();

        Assert.Contains("lib/netstandard2.0/Migrations.Build.dll", names);
        Assert.Contains("build/Migrations.Build.props", names);
        Assert.Contains("build/Migrations.Build.targets", names);
        Assert.Contains("tasks/netstandard2.0/Migrations.Build.Tasks.dll", names);
        Assert.Contains("tools/net10.0/Migrations.Build.Builder.dll", names);
        foreach (var platform in new[] { "linux-x64", "win-x64", "osx-arm64" })
        {
            Assert.Contains($"tools/net10.0/{platform}/Migrations.Build.Builder.dll", names);
        }

        foreach (var platform in new[] { "linux-x64/native/libe_sqlite3.so", "linux-musl-arm64/native/libe_sqlite3.so", "osx-arm64/native/libe_sqlite3.dylib", "win-x64/native/e_sqlite3.dll" })
        {
            Assert.Contains("tools/net10.0/runtimes/" + platform, names);
        }

        Assert.DoesNotContain(names, n => n.StartsWith("buildTransitive/", StringComparison.Ordinal));
        Assert.DoesNotContain(names, n => n.Contains("SqlClient", StringComparison.Ordinal) || n.Contains("Npgsql", StringComparison.Ordinal));
    }
    [Theory]
    [InlineData("linux-x64", "tools/net10.0/linux-x64/Migrations.Build.Builder.dll")]
    [InlineData("linux-musl-arm64", "tools/net10.0/Migrations.Build.Builder.dll")]
    public void A_build_starts_the_builder_that_was_compiled_for_its_platform_and_else_the_one_for_any(string platform, string builder)
    {
        using var consumer = new Consumer(feed);

        var asked = consumer.Dotnet("msbuild", "-restore", "-nologo", "-t:BuildOnlySettings;_MigrationsNames", "-getProperty:_MigrationsBuilder", "-p:NETCoreSdkPortableRuntimeIdentifier=" + platform).Succeeded();

        Assert.EndsWith(builder, asked.Output.Trim().Replace('\\', '/'), StringComparison.Ordinal);
    }
}
