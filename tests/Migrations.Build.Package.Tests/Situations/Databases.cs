using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

/// <summary>Which databases are meant, where the project does not say.</summary>
[Collection(PackedPackage.Name)]
public sealed class Databases(Feed feed)
{
    [Theory]
    [InlineData("", "sqlite", true)]
    [InlineData("FluentMigrator.Runner.SQLite", "sqlite", false)]
    [InlineData("fluentmigrator.runner.mysql", "mysql", false)]
    [InlineData("FluentMigrator.Extensions.SqlServer", "sqlserver", false)]
    [InlineData("FluentMigrator.Extensions.SqlServer;FluentMigrator.Runner.SQLite", "sqlite", false)]
    [InlineData("FluentMigrator.Runner.Postgres;FluentMigrator.Runner", "postgres", false)]
    [InlineData("FluentMigrator.Runner", "sqlite", true)]
    public void They_are_told_by_runner_then_by_extension_and_else_assumed(string packages, string databases, bool isAssumed)
    {
        // Restored once with nothing: who references what is asked before anything is resolved.
        using var consumer = new Consumer(feed).With("Directory.Build.targets", """
            <Project>
              <Target Name="Reference" BeforeTargets="_MigrationsDatabases"><ItemGroup><PackageReference Include="$([MSBuild]::Unescape('$(Packages)'))" /></ItemGroup></Target>
            </Project>
            """);

        var asked = consumer.Dotnet(
            "msbuild", "-restore", "-nologo", "-t:GetMigrationsBundle", "-getProperty:MigrationsDatabases", "-getProperty:_MigrationsAssumed", "-p:Packages=" + packages.Replace(";", "%3B", StringComparison.Ordinal)).Succeeded().Output;

        Assert.Contains($"\"MigrationsDatabases\": \"{databases}\"", asked, StringComparison.Ordinal);
        Assert.Contains($"\"_MigrationsAssumed\": \"{(isAssumed ? "true" : "")}\"", asked, StringComparison.Ordinal);
    }
}
