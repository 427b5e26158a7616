using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

/// <summary>What a project gets that only refers to the migrations: their bundle, and no opinion about itself.</summary>
[Collection(PackedPackage.Name)]
public sealed class Hosts(Feed feed)
{
    private const string Fake = """
        using FluentMigrator;

        [Migration(7, "made for a test")]
        [Migrations.Build.ForwardOnly("it is made for a test")]
        public class FakeMigration : Migration
        {
            public override void Up() => Delete.Table("not there");

            public override void Down()
            {
            }
        }

        public static class Program
        {
            public static void Main() => System.Console.WriteLine(new FakeMigration().GetType().GetCustomAttributes(true).Length);
        }
        """;

    [Fact]
    public void A_host_is_judged_by_nobody_and_has_the_bundle_however_it_is_built()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Consumer.TwoTables);
        consumer.With("../Web/Web.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>
              <ItemGroup><ProjectReference Include="../App/App.csproj" /></ItemGroup>
            </Project>
            """).With("../Web/Program.cs", Fake);
        var output = Path.Combine(consumer.Folder, "..", "Web", "bin");

        var built = consumer.Build("../Web", "-graph", "-bl:all.binlog", "-p:Version=4.2.0").Succeeded();
        Assert.DoesNotContain("MIG0", built.Output, StringComparison.Ordinal);
        Assert.Equal(["App.4.2.0.mbundle"], Bundles(output));

        // The pipeline's next steps know nothing of the version that it was built with.
        consumer.Dotnet("publish", "../Web", "--no-build", "-c", "Debug", "-o", "published", "-nologo").Succeeded();
        Assert.Equal(["App.4.2.0.mbundle"], Bundles(Path.Combine(consumer.Folder, "published")));

        Directory.Delete(output, recursive: true);
        consumer.Build("../Web", "--no-dependencies").Succeeded();
        Assert.Equal(["App.4.2.0.mbundle"], Bundles(output));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "-p:MigrationsEnabled=false")]
    [InlineData("-t:MigrationsRelease", "")]
    public void Where_there_is_no_bundle_a_host_builds_without_one(string before, string option)
    {
        using var consumer = new Consumer(feed, properties: before.Length == 0 && option.Length == 0 ? "<MigrationsEnabled>false</MigrationsEnabled>" : "").With("Migrations.cs", Consumer.TwoTables);
        consumer.With("../Web/Web.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup><ProjectReference Include="../App/App.csproj" /></ItemGroup>
            </Project>
            """).With("../Web/Program.cs", "System.Console.WriteLine();");
        if (before.Length > 0)
        {
            consumer.Build(before).Succeeded();
            consumer.With("Migrations.cs", Consumer.TwoTables);
        }

        consumer.Build(["../Web", .. option.Length == 0 ? [] : new[] { option }]).Succeeded();

        Assert.Equal(before.Length == 0 ? [] : ["App.1.0.0.mbundle"], Bundles(Path.Combine(consumer.Folder, "..", "Web", "bin")));
    }

    private static IEnumerable<string?> Bundles(string folder) => Directory.GetFiles(folder, "*.mbundle", SearchOption.AllDirectories).Select(Path.GetFileName);
}
