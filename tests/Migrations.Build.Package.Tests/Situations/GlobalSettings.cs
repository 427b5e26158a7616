using System.Text.Json;
using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

/// <summary>What a team sets for all its projects at once. Settings that do not meddle with each other share a build; each outcome is a test.</summary>
[Collection(PackedPackage.Name)]
public sealed class GlobalSettings(Feed feed, GlobalSettings.Built built) : IClassFixture<GlobalSettings.Built>
{
    private const string NoKey = """
        using FluentMigrator;

        namespace App
        {
            [Migration(1, "the logs that support asks for")]
            public class Logs : Migration
            {
                public override void Up()
                {
                    Create.Table("logs").WithColumn("text").AsString(50).NotNullable();
                }

                public override void Down()
                {
                    Delete.Table("logs");
                }
            }
        }
        """;

    [Theory]
    [InlineData("it succeeds")]
    [InlineData("the bundle lies in the artifacts")]
    [InlineData("the compiler's log and ours stand side by side")]
    [InlineData("the log names a file that is there")]
    [InlineData("a finding is told once")]
    [InlineData("a finding is where .editorconfig raises it to what it says")]
    [InlineData("no analyzer of ours ran or failed")]
    public void A_build_with_everything_set(string outcome)
    {
        var (result, folder) = built.Once(feed);
        var log = Path.Combine(folder, "logs", "all of it.migrations.sarif");
        switch (outcome)
        {
            case "it succeeds":
                result.Succeeded();
                break;
            case "the bundle lies in the artifacts":
                Assert.True(File.Exists(Path.Combine(folder, "..", "artifacts", "bin", "App", "debug", "App.1.0.0.mbundle")));
                break;
            case "the compiler's log and ours stand side by side":
                Assert.True(File.Exists(Path.Combine(folder, "logs", "all of it.sarif")) && File.Exists(log));
                break;
            case "the log names a file that is there":
                var results = JsonDocument.Parse(File.ReadAllBytes(log)).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Where(r => r.GetProperty("ruleId").GetString() == "MIG0714");
                var uri = Assert.Single(results).GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;
                Assert.True(File.Exists(new Uri(uri).LocalPath), uri);
                break;
            case "a finding is told once":
                Assert.Equal(1, result.Output.Split("Build succeeded.")[0].Split(" MIG0714: ").Length - 1);
                break;
            case "a finding is where .editorconfig raises it to what it says":
                Assert.Contains($"{Path.Combine(folder, "Migrations.cs")}(10,", result.Output, StringComparison.Ordinal);
                Assert.Contains("warning MIG0714", result.Output, StringComparison.Ordinal);
                Assert.DoesNotContain("MIG0101", result.Output, StringComparison.Ordinal);
                break;
            default:
                Assert.DoesNotContain("AD0001", result.Output, StringComparison.Ordinal);
                Assert.DoesNotContain("CS8032", result.Output, StringComparison.Ordinal);
                break;
        }
    }

    [Theory]
    [InlineData("portable", "none", false)]
    [InlineData("embedded", "none", false)]
    [InlineData("none", "none", false)]
    [InlineData("none", "suggestion", false)]
    [InlineData("none", "error", true)]
    [InlineData("portable", "error", true)]
    public void Severities_hold_on_a_server_and_without_symbols(string symbols, string severity, bool fails)
    {
        var consumer = built.OnServer(feed, NoKey);
        consumer.With(".editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.MIG0714.severity = {severity}\n");

        var build = consumer.Build("-p:ContinuousIntegrationBuild=true", "-p:DeterministicSourcePaths=true", "-p:DebugType=" + symbols, "-p:MigrationsVerify=false");

        Assert.True(build.ExitCode != 0 == fails, build.Output);
        Assert.Equal(fails, build.Output.Contains($"{Path.Combine(consumer.Folder, "Migrations.cs")}({(symbols == "none" ? "6,18" : "10,13")}): error MIG0714", StringComparison.Ordinal));
        Assert.DoesNotContain("warning MIG0714", build.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-p:TreatWarningsAsErrors=true", "error")]
    [InlineData("-warnaserror", "error")]
    [InlineData("-p:WarningsAsErrors=MIG0714", "error")]
    [InlineData("-p:TreatWarningsAsErrors=true -p:WarningsNotAsErrors=MIG0714", "warning")]
    [InlineData("-p:TreatWarningsAsErrors=true -p:NoWarn=MIG0714", "")]
    [InlineData("-p:NoWarn=CS1591%3BMIG0714", "")]
    [InlineData("-p:DefineConstants=QUIET", "")]
    [InlineData("-p:DefineConstants=SUPPRESSED", "")]
    [InlineData("-p:CodeAnalysisRuleSet=house.ruleset", "error")]
    [InlineData("-p:RunAnalyzers=false", "warning")]
    public void Warnings_are_what_the_compiler_makes_of_them(string options, string level)
    {
        var consumer = built.OnServer(feed, "#if QUIET\n#pragma warning disable MIG0714\n#endif\n" + NoKey);
        consumer.With("Suppressions.cs", "#if SUPPRESSED\n[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Migrations\", \"MIG0714\", Scope = \"type\", Target = \"~T:App.Logs\")]\n#endif\n");
        consumer.With("house.ruleset", """<RuleSet Name="h" ToolsVersion="16.0"><Rules AnalyzerId="a" RuleNamespace="a"><Rule Id="MIG0714" Action="Error" /></Rules></RuleSet>""");
        consumer.With(".editorconfig", "root = true\n");

        var build = consumer.Build([.. options.Split(' '), "-p:MigrationsVerify=false"]);

        Assert.Equal(level != "error", build.ExitCode == 0);
        Assert.Equal(level == "error", build.Output.Contains("error MIG0714", StringComparison.Ordinal));
        Assert.Equal(level == "warning", build.Output.Contains("warning MIG0714", StringComparison.Ordinal));
    }

    /// <summary>The consumers of these tests: each is restored once.</summary>
    public sealed class Built : IDisposable
    {
        private readonly List<Consumer> _consumers = [];
        private (Result, string)? _everything;
        private Consumer? _server;

        internal (Result Result, string Folder) Once(Feed feed)
        {
            if (_everything is null)
            {
                var consumer = new Consumer(feed, properties: """
                    <ErrorLog>logs/all of it.sarif,version=2.1</ErrorLog>
                    <ContinuousIntegrationBuild>true</ContinuousIntegrationBuild>
                    <DeterministicSourcePaths>true</DeterministicSourcePaths>
                    <RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>
                    <ImplicitUsings>disable</ImplicitUsings>
                    <LangVersion>8.0</LangVersion>
                    <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
                    <AnalysisMode>All</AnalysisMode>
                    <NoWarn>$(NoWarn);CA1515</NoWarn>
                    <GenerateDocumentationFile>true</GenerateDocumentationFile>
                    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
                    <CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled>
                    """).With("Migrations.cs", NoKey).With(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.MIG0714.severity = warning\ndotnet_diagnostic.MIG0101.severity = none\n");
                var project = Path.Combine(consumer.Folder, "App.csproj");
                File.WriteAllText(project, File.ReadAllText(project).Replace(" Version=\"8.0.1\"", "", StringComparison.Ordinal).Replace(" Version=\"0.1.0\"", "", StringComparison.Ordinal)
                    .Replace("</Project>", "  <ItemGroup><SourceRoot Include=\"$(MSBuildProjectDirectory)/\" /></ItemGroup>\n</Project>", StringComparison.Ordinal));
                consumer.With("Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput><ArtifactsPath>$(MSBuildThisFileDirectory)../artifacts</ArtifactsPath></PropertyGroup></Project>");
                consumer.With("Directory.Packages.props", """
                    <Project>
                      <ItemGroup>
                        <PackageVersion Include="FluentMigrator" Version="8.0.1" />
                        <PackageVersion Include="FluentMigrator.Abstractions" Version="8.0.1" />
                        <PackageVersion Include="Migrations.Build" Version="0.1.0" />
                      </ItemGroup>
                    </Project>
                    """);
                _consumers.Add(consumer);
                // The compiler makes no folder for its log.
                Directory.CreateDirectory(Path.Combine(consumer.Folder, "logs"));
                consumer.Dotnet("restore").Succeeded();
                _everything = (consumer.Build("-p:RestoreLockedMode=true", "-bl:all.binlog"), consumer.Folder);
            }

            return _everything.Value;
        }

        internal Consumer OnServer(Feed feed, string migrations)
        {
            if (_server is null)
            {
                _server = new Consumer(feed, items: "<SourceRoot Include=\"$(MSBuildProjectDirectory)/\" />");
                _consumers.Add(_server);
            }

            _server.With("Migrations.cs", migrations);
            File.Delete(Path.Combine(_server.Folder, "Suppressions.cs"));
            return _server;
        }

        public void Dispose() => _consumers.ForEach(c => c.Dispose());
    }
}
