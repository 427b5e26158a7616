namespace Migrations.Build.Benchmarks;

/// <summary>What it costs to find that there is nothing to do.</summary>
internal sealed class ApplyFigures(string root, string feed, MadeProject many, MadeProject few)
{
    private const string Console = """
        using FluentMigrator.Runner;
        using Microsoft.Extensions.DependencyInjection;

        using var services = new ServiceCollection().AddFluentMigratorCore()
            .ConfigureRunner(r => r.AddSQLite().WithGlobalConnectionString(args[1]).ScanIn(System.Reflection.Assembly.LoadFrom(args[0])).For.Migrations())
            .BuildServiceProvider(false);
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp();
        """;

    public void Print()
    {
        few.Restore();
        few.Build();
        Program.Run("dotnet", root, "tool", "install", "Migrations.Build.Tool", "--tool-path", Path.Combine(root, "tools"), "--source", feed);
        var tool = Path.Combine(root, "tools", "migrations");
        var console = BuildConsole();
        Apply(tool, many);
        Apply(tool, few);
        Migrate(console);
        var times = Measure.InTurns(
            11,
            ($"migrations apply, {many.Count} applied", () => Apply(tool, many)),
            ("FluentMigrator console runner", () => Migrate(console)),
            ($"migrations apply, {few.Count} applied", () => Apply(tool, few)));
        Measure.Print($"nothing to do, {many.Count} applied, against FluentMigrator", times[0], times[1], 0.6);
        Measure.Print($"nothing to do, {many.Count} applied, against {few.Count} applied", times[0], times[2], 1.3);
    }

    private static void Apply(string tool, MadeProject project) =>
        Program.Run(tool, project.Folder, "apply", "--bundle", project.Bundle, "--database", "sqlite", "--connection", "Data Source=" + Path.Combine(project.Folder, "ours.db"), "--quiet");

    private void Migrate(string console) =>
        Program.Run("dotnet", many.Folder, "exec", console, Path.Combine(many.Folder, "bin", "Release", "net10.0", "M.dll"), "Data Source=" + Path.Combine(many.Folder, "theirs.db"));

    private string BuildConsole()
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "console")).FullName;
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Console);
        File.WriteAllText(Path.Combine(folder, "Baseline.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="FluentMigrator.Runner.SQLite" Version="8.0.1" />
                <PackageReference Include="FluentMigrator" Version="8.0.1" />
                <PackageReference Include="Microsoft.Data.Sqlite" Version="10.0.15" />
                <PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="10.0.0" />
              </ItemGroup>
            </Project>
            """);
        Program.Run("dotnet", folder, "build", "-c", "Release", "-v", "q", "-nologo", "--disable-build-servers");
        return Path.Combine(folder, "bin", "Release", "net10.0", "Baseline.dll");
    }
}
