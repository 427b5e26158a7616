using System.Text.Json;
using Migrations.Build.Builder.Reporting;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Builder.Tests.Reporting;

public sealed class SarifTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_log_that_cannot_be_written_is_told_and_stops_no_build(bool isInTheWay)
    {
        var folder = Directory.CreateTempSubdirectory("sarif-");
        if (isInTheWay)
        {
            folder.CreateSubdirectory("x.migrations.sarif");
        }

        var output = new StringWriter { NewLine = "\n" };
        var request = new Request { Project = Path.Combine(folder.FullName, "M.csproj"), ErrorLog = "x.sarif" };
        Assert.False(Report.Write([new(new Finding("MIG9106", Items.Of("M")), Level.Info)], request, new(output)));
        Assert.Equal(isInTheWay, output.ToString().Contains("is not written: ", StringComparison.Ordinal));
        Assert.Equal(!isInTheWay, File.Exists(request.Sarif));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Findings_are_written_with_their_rules_and_places()
    {
        var folder = Directory.CreateTempSubdirectory("sarif-");
        var path = Path.Combine(folder.FullName, "new", "m.sarif");
        Sarif.Write(
            [
                new(new Finding("MIG9108", Items.Of("'Up'", "M", "no")) { Place = new("/p/a b/M.cs", 3, 9) }, Level.Error),
                new(new Finding("MIG9106", Items.Of("M")), Level.Info),
                new(new Finding("MIG9108", Items.Of("'Up'", "N", "no")) { Place = new("/p/N.cs", 0, 0) }, Level.Warning),
            ],
            path);
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        folder.Delete(recursive: true);
        var run = document.RootElement.GetProperty("runs")[0];
        Assert.Equal("2.1.0", document.RootElement.GetProperty("version").GetString());
        Assert.Equal(["MIG9106", "MIG9108"], run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()));
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal([("MIG9108", 1, "error"), ("MIG9106", 0, "note"), ("MIG9108", 1, "warning")], results.Select(r => (r.GetProperty("ruleId").GetString(), r.GetProperty("ruleIndex").GetInt32(), r.GetProperty("level").GetString())));
        var place = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal(("file:///p/a%20b/M.cs", 3, 9), (place.GetProperty("artifactLocation").GetProperty("uri").GetString(), place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn").GetInt32()));
        Assert.False(results[1].TryGetProperty("locations", out _));
        Assert.False(results[2].GetProperty("locations")[0].GetProperty("physicalLocation").TryGetProperty("region", out _));
    }
}
