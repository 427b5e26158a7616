using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

[Collection(PackedPackage.Name)]
public sealed class HostReferences(Feed feed)
{
    [Fact]
    public void What_only_a_host_supplies_is_read_from_what_the_project_is_compiled_with()
    {
        using var consumer = new Consumer(feed, properties: "<EnableDynamicLoading>true</EnableDynamicLoading>", items: """
            <PackageReference Update="FluentMigrator" ExcludeAssets="runtime" />
            <ProjectReference Include="../Contracts/Contracts.csproj" Private="false" ExcludeAssets="runtime" />
            """);
        consumer.With("../Contracts/Contracts.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="FluentMigrator" Version="8.0.1" /><PackageReference Include="FluentMigrator.Runner.Postgres" Version="8.0.1" /></ItemGroup>
            </Project>
            """).With("../Contracts/Module.cs", """
            namespace Contracts;

            public abstract class Module : FluentMigrator.Migration
            {
                protected static string Name(string table) => "mod_" + table;
            }
            """).With("Things.cs", """
            namespace App;

            [FluentMigrator.Migration(1, "what the module lists")]
            public sealed class Things : Contracts.Module
            {
                public override void Up() => Create.Table(Name("things")).WithColumn("id").AsInt32().PrimaryKey();

                public override void Down() => Delete.Table(Name("things"));
            }
            """);

        consumer.Build().Succeeded();

        Assert.Contains("mod_things", consumer.Schema, StringComparison.Ordinal);
        // The runner's package comes through the other project.
        Assert.Equal(["postgres:14"], consumer.Bundle.Manifest.Databases);
        Assert.DoesNotContain("Contracts.dll", Directory.GetFiles(consumer.Output).Select(Path.GetFileName));
    }

    [Fact]
    public void An_assembly_that_nobody_supplies_is_told_in_one_line()
    {
        using var consumer = new Consumer(feed, items: """<ProjectReference Include="../Contracts/Contracts.csproj" />""");
        consumer.With("../Contracts/Contracts.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """).With("../Contracts/Names.cs", "namespace Contracts;\n\npublic static class Names\n{\n    public static string Of(string table) => \"mod_\" + table;\n}\n").With("Things.cs", """
            namespace App;

            [FluentMigrator.Migration(1, "what the module lists")]
            public sealed class Things : FluentMigrator.AutoReversingMigration
            {
                public override void Up() => Create.Table(Contracts.Names.Of("things")).WithColumn("id").AsInt32().PrimaryKey();
            }
            """).With("Directory.Build.targets", """
            <Project>
              <Target Name="Lose" AfterTargets="_MigrationsRequest"><Delete Files="../Contracts/bin/Debug/net10.0/Contracts.dll" /></Target>
            </Project>
            """);

        var build = consumer.Build();

        Assert.NotEqual(0, build.ExitCode);
        var said = build.Output.Split('\n').Where(l => l.Contains(": error MIG91", StringComparison.Ordinal)).Select(l => l.Trim()).Distinct().ToList();
        Assert.Contains("'Contracts, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null'. The system cannot find the file specified.", Assert.Single(said), StringComparison.Ordinal);
    }
}
