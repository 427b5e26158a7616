using Migrations.Build.Builder.Reading;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Rules.Toolchain;

namespace Migrations.Build.Builder.Requests;

/// <summary>What the build asks for.</summary>
internal sealed record Request
{
    /// <summary>What to do: <c>build</c>, <c>release</c> or <c>deploy</c>.</summary>
    public string Command { get; init; } = "";

    /// <summary>The path of the compiled assembly.</summary>
    public string Assembly { get; init; } = "";

    /// <summary>The path of the bundle to write.</summary>
    public string Output { get; init; } = "";

    /// <summary>The bundle's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The bundle's version.</summary>
    public string Version { get; init; } = "";

    /// <summary>The databases that the project ships to.</summary>
    public Items<DatabaseTarget> Targets { get; init; } = Items<DatabaseTarget>.Empty;

    /// <summary>Whether the bundle is proved on SQLite.</summary>
    public bool Verify { get; init; } = true;

    /// <summary>Whether migrations without a usable Down get the one that the history gives.</summary>
    public bool InferDown { get; init; } = true;

    /// <summary>How many made-up rows each table gets.</summary>
    public int VerifyRows { get; init; } = 25;

    /// <summary>The path of the releases file, which may not exist.</summary>
    public string Releases { get; init; } = "";

    /// <summary>The path of the file with samples for columns, which may not exist.</summary>
    public string Samples { get; init; } = "";

    /// <summary>The folder in which verification remembers what it proved.</summary>
    public string? State { get; init; }

    /// <summary>The run-time assemblies of the project.</summary>
    public Items<string> References { get; init; } = Items<string>.Empty;

    /// <summary>The path of the project file.</summary>
    public string Project { get; init; } = "";

    /// <summary>The paths of the files that set severities.</summary>
    public Items<string> EditorConfigs { get; init; } = Items<string>.Empty;

    /// <summary>What the project's properties make of warnings.</summary>
    public Warnings Warnings { get; init; } = Warnings.Usual;

    /// <summary>The path of the project's rule set.</summary>
    public string? RuleSet { get; init; }

    /// <summary>The paths of the files that the project is compiled from.</summary>
    public Items<string> Sources { get; init; } = Items<string>.Empty;

    /// <summary>The symbols that they are compiled with.</summary>
    public Items<string> Defined { get; init; } = Items<string>.Empty;

    /// <summary>The folder with the compiler's assemblies.</summary>
    public string? Compiler { get; init; }

    /// <summary>The folders that stand in the debug symbols instead of those that are there, as the compiler has them.</summary>
    public string PathMap { get; init; } = "";

    /// <summary>The database to deploy to.</summary>
    public DatabaseKind? Deploy { get; init; }

    /// <summary>The compiler's <c>ErrorLog</c>.</summary>
    public string? ErrorLog { get; init; }

    /// <summary>The path of the SARIF file to write; null when the build asks for no log.</summary>
    public string? Sarif => ErrorLog is null ? null : SarifPath.Beside(ErrorLog, ProjectFolder);

    /// <summary>How long one migration's code may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Patterns of tables in the database that are none of the history's.</summary>
    public Items<string> IgnoreTables { get; init; } = Items<string>.Empty;

    /// <summary>What the set-up itself has to be told of.</summary>
    public Items<Finding> Notes { get; init; } = Items<Finding>.Empty;

    /// <summary>The folder of the project.</summary>
    public string ProjectFolder => Project.Length == 0 ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(Project))!;

    /// <summary>What to read; code that is known never to end is not waited for again.</summary>
    public ReadRequest ToRead(ReleasesFile? releases) => new(Assembly, Targets)
    {
        References = References,
        ProjectFolder = ProjectFolder,
        PathMap = PathMap,
        TimeLimit = TimeLimit,
        Endless = (releases?.Migrations ?? Items<ReleasedMigration>.Empty).Where(m => m.Problems.Any(p => p.Rule == CodeTimedOut.Rule.Id)).Select(m => m.Version).ToItems(),
    };
}
