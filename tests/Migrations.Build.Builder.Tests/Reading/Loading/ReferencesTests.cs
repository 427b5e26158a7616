using Migrations.Build.Builder.Reading.Loading;
using Migrations.Build.Model;

namespace Migrations.Build.Builder.Tests.Reading.Loading;

public sealed class ReferencesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("references-");

    [Fact]
    public void What_runs_counts_before_what_is_compiled_with()
    {
        var (runs, compiles) = (File("out/A.dll"), File("lib/A.dll"));
        Assert.Equal(runs, Of(runs, compiles).Find("a"));
        Assert.Equal(compiles, Of(compiles).Find("A"));
        Assert.Null(Of(compiles).Find("B"));
    }

    [Fact]
    public void An_assembly_without_code_is_left_for_the_one_with_code_beside_it()
    {
        var (reference, library) = (File("a/1.0/ref/net8.0/A.dll"), File("a/1.0/lib/net8.0/A.dll"));
        Assert.Equal(library, Of(reference).Find("A"));
        Assert.Null(Of(File("b/ref/B.dll")).Find("B"));
        Assert.Equal(File("b/out/B.dll"), Of(File("b/ref/B.dll"), File("b/out/B.dll")).Find("B"));
    }

    [Fact]
    public void What_a_reference_needs_may_lie_beside_it()
    {
        var host = File("host/bin/Contracts.dll");
        var beside = File("host/bin/Deeper.dll");
        Assert.Equal(beside, Of(host).FindBeside("Deeper"));
        Assert.Null(Of(host).Find("Deeper"));
        Assert.Null(Of(host).FindBeside("Other"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static References Of(params string[] paths) => new(paths.ToItems());

    private string File(string name)
    {
        var path = Path.Combine(_folder.FullName, name.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, "");
        return path;
    }
}
