using Migrations.Build.Builder.Building;
using Migrations.Build.Builder.Reporting;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Builder.Tests.Reading;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Reading;

namespace Migrations.Build.Builder.Tests.Building;

/// <summary>A project as the build hands it over: compiled, with the files beside it.</summary>
public sealed class Project : IDisposable
{
    private readonly Compiled _compiled;

    private Project(Compiled compiled) => _compiled = compiled;

    public string Output => Path.Combine(_compiled.Folder, "out", "M.1.0.0.mbundle");

    public string Releases => Path.Combine(_compiled.Folder, "migrations.lock.json");

    public MigrationBundle Bundle => BundleReader.Open(Output);

    public static Project From(string source) => new(Compiled.From(source));

    /// <summary>The project as it is later, with the releases file that it has now.</summary>
    public Project Later(string source)
    {
        var later = From(source);
        File.Copy(Releases, later.Releases);
        return later;
    }

    public int LineOf(string marker) => _compiled.LineOf(marker);

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(_compiled.Folder, name), text);

    /// <summary>What the protocol says, split into its parts.</summary>
    public async Task<(int Code, IReadOnlyList<string[]> Said)> RunAsync(string command, params string[] more)
    {
        var read = _compiled.Request();
        var (request, problems) = RequestReader.Read(
        [
            "command=" + command, "assembly=" + read.Assembly, "output=" + Output, "name=M", "version=1.0.0", "releases=" + Releases,
            "project=" + Path.Combine(_compiled.Folder, "M.csproj"), .. read.References.Select(r => "reference=" + r), .. more,
        ]);
        Assert.Empty(problems);
        var said = new StringWriter { NewLine = "\n" };
        var (releases, damaged) = ReleasesOnDisk.Open(Releases);
        Assert.Null(damaged);
        var code = command == "release" ? await ReleaseRun.RunAsync(request, releases, new Protocol(said)) : await BuildRun.RunAsync(request, releases, new Protocol(said));
        return (code, [.. said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'))]);
    }

    public void Dispose() => _compiled.Dispose();
}
