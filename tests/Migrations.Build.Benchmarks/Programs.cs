using System.Text.Json;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Reading;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Benchmarks;

/// <summary>The programs that apply the same migrations, as command lines: our tool as its package installs it, FluentMigrator's runner, and plain ADO.NET.</summary>
internal sealed class Programs
{
    private const string Runner = """
        using FluentMigrator.Runner;
        using Microsoft.Extensions.DependencyInjection;

        using var services = new ServiceCollection().AddFluentMigratorCore()
            .ConfigureRunner(r => r.AddSQLite().WithGlobalConnectionString(args[1]).ScanIn(System.Reflection.Assembly.LoadFrom(args[0])).For.Migrations())
            .BuildServiceProvider(false);
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp();
        """;

    private const string Ado = """
        using Microsoft.Data.Sqlite;

        using var connection = new SqliteConnection(args[1]);
        connection.Open();
        foreach (var migration in System.Text.Json.JsonSerializer.Deserialize<string[][]>(File.ReadAllText(args[0]))!)
        {
            using var transaction = connection.BeginTransaction();
            foreach (var statement in migration)
            {
                using var command = connection.CreateCommand();
                command.CommandText = statement;
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }
        """;

    private readonly string _tool;
    private readonly string _runner;
    private readonly string _ado;

    public Programs(string root, string feed)
    {
        var folder = Path.Combine(root, "tools");
        Program.Run("dotnet", root, "tool", "install", "Migrations.Build.Tool", "--tool-path", folder, "--source", feed);
        _tool = Path.Combine(folder, "migrations");
        _runner = Build(Path.Combine(root, "console"), Runner, """<PackageReference Include="FluentMigrator.Runner.SQLite" Version="8.0.1" /><PackageReference Include="FluentMigrator" Version="8.0.1" /><PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="10.0.0" />""");
        _ado = Build(Path.Combine(root, "ado"), Ado, "");
        var installed = Path.GetFileName(Path.GetDirectoryName(Directory.GetFiles(folder, "migrations.dll", SearchOption.AllDirectories)[0]));
        Console.WriteLine($"       migrations is the installed tool for '{installed}'{(installed == "any" ? "" : ", compiled ahead")}{(File.ResolveLinkTarget(_tool, returnFinalTarget: true) is null ? "" : ", native code")}");
    }

    public string[] Ours(MadeProject project, string database, params string[] more) =>
        [_tool, "apply", "--bundle", project.Bundle, "--database", "sqlite", "--connection", "Data Source=" + database, "--quiet", .. more];

    public string[] Theirs(MadeProject project, string database) =>
        ["dotnet", "exec", _runner, Path.Combine(project.Folder, "bin", "Release", "net10.0", "M.dll"), "Data Source=" + database];

    /// <summary>The statements of the project's bundle, each migration in a transaction; they are written to a file first.</summary>
    public string[] Plain(MadeProject project, string database) => Plain(project, database, "statements", Statements);

    /// <summary>The same with the statements of the history's tables and rows, as a run of our tool leaves them.</summary>
    public string[] Journaled(MadeProject project, string database) => Plain(project, database, "journaled", p => new JournalText(Applied(p)).Add(Statements(p)));

    private string[] Plain(MadeProject project, string database, string name, Func<MadeProject, IReadOnlyList<string[]>> make)
    {
        var statements = Path.Combine(project.Folder, name + ".json");
        if (!File.Exists(statements))
        {
            File.WriteAllText(statements, JsonSerializer.Serialize(make(project)));
        }

        return ["dotnet", "exec", _ado, statements, "Data Source=" + database];
    }

    private string Applied(MadeProject project)
    {
        var database = Path.Combine(project.Folder, "journaled.db");
        Program.Run(Ours(project, database));
        return database;
    }

    private static IReadOnlyList<string[]> Statements(MadeProject project)
    {
        var bundle = BundleReader.Open(project.Bundle);
        return [.. bundle.Manifest.Migrations.Select(m => bundle.Statements(m, DatabaseKind.Sqlite, Direction.Up).Select(s => s.Text).ToArray())];
    }

    private static string Build(string folder, string text, string references)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), text);
        File.WriteAllText(Path.Combine(folder, "Baseline.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.Data.Sqlite" Version="10.0.15" />{references}
              </ItemGroup>
            </Project>
            """);
        Program.Run("dotnet", folder, "build", "-c", "Release", "-v", "q", "-nologo", "--disable-build-servers");
        return Path.Combine(folder, "bin", "Release", "net10.0", "Baseline.dll");
    }
}
