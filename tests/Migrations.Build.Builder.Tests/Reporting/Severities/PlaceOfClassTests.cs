using Migrations.Build.Builder.Reporting;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Builder.Tests.Reporting.Severities;

/// <summary>A finding about a class stands at the class's name, and in a file that is there.</summary>
public sealed class PlaceOfClassTests : IDisposable
{
    private const string Source = """
        // class M is not here
        [Migration(1, "class M")]
        public sealed class M : Base
        {
            // class M
            public override void Up() => Create.Table("a");
        }
        internal class Mm { public class M2 { } } public record class Nested { }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("places-");

    [Theory]
    [InlineData("M", 6, 3, 21)]
    [InlineData("M", 0, 3, 21)]
    [InlineData("Mm", 8, 8, 16)]
    [InlineData("M2", 8, 8, 34)]
    [InlineData("Nested", 8, 8, 63)]
    public void It_is_found_before_the_first_method(string name, int line, int expectedLine, int expectedColumn)
    {
        var file = Write("M.cs", Source);
        Assert.Equal(new(file, expectedLine, expectedColumn), PlaceOf(name, new Place(file, line, 9) { IsOfClass = true }));
    }

    [Theory]
    [InlineData("M.cs", "M", true)]
    [InlineData("M.cs", "Gone", false)]
    [InlineData("M.vb", "M", true)]
    [InlineData("M.fs", "M", true)]
    public void Without_symbols_it_is_looked_for_in_the_sources(string name, string named, bool isFound)
    {
        var text = name switch
        {
            "M.cs" => Source,
            "M.vb" => "<Migration(1)>\nPublic Class M",
            _ => "[<Migration(1L)>]\ntype M() =",
        };
        var place = PlaceOf(named, null, Write("Other.cs", "class N { }"), Write(name, text));
        Assert.Equal(isFound ? Path.Combine(_folder.FullName, name) : null, place?.File);
    }

    [Fact]
    public void A_finding_about_a_step_stays_where_it_is()
    {
        var file = Write("M.cs", Source);
        Assert.Equal(new(file, 6, 34), PlaceOf("M", new(file, 6, 34), file));
        Assert.Equal(new("/gone/M.cs", 6, 34) { IsOfClass = true }, PlaceOf("M", new("/gone/M.cs", 6, 34) { IsOfClass = true }));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Place? PlaceOf(string name, Place? place, params string[] sources) => Report.Show(
        [new Finding("MIG0202", Items.Of("t.c")) { Class = name, Place = place }],
        new Request { Project = Path.Combine(_folder.FullName, "P.csproj"), Sources = sources.ToItems() }).Single().Finding.Place;

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
