using Migrations.Build.Model;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Builder.Reading;

/// <summary>Which assembly to read, and for which databases.</summary>
/// <param name="Assembly">The path of the compiled assembly.</param>
/// <param name="Targets">The databases that the project ships to; at least one.</param>
public sealed record ReadRequest(string Assembly, Items<DatabaseTarget> Targets)
{
    /// <summary>The run-time assemblies that the build found for the project, by path.</summary>
    public Items<string> References { get; init; } = Items<string>.Empty;

    /// <summary>The project's folder: scripts are looked up from here.</summary>
    public string ProjectFolder { get; init; } = Environment.CurrentDirectory;

    /// <summary>The folders that stand in the debug symbols instead of those that are there, as the compiler has them.</summary>
    public string PathMap { get; init; } = "";

    /// <summary>The versions of migrations whose code is known never to end, and is not run.</summary>
    public Items<long> Endless { get; init; } = Items<long>.Empty;

    /// <summary>How long one migration may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);
}
