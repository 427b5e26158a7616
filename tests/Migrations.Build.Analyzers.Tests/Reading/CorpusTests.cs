using Xunit.Abstractions;

namespace Migrations.Build.Analyzers.Tests.Reading;

/// <summary>What is read from source is what the builder reads from the assembly, on every corpus that there is.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private static readonly string[] Databases = ["sqlite", "postgres:15", "mysql:8.0", "sqlserver:2019"];

    public static TheoryData<string> Folders => ["samples/01-crm", "samples/02-least", "samples/03-adopt", "samples/04-pipelines", "samples/05-rollback/Migrations", "tests/Histories/Nasty"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Source_and_assembly_tell_the_same_history(string folder)
    {
        var source = Source.Folder(Path.Combine(Source.Root(), folder));
        var judged = Parity.Judged(source.Read(Databases), source.Build(Databases)).ToList();
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            output.WriteLine($"{folder}: {judged.Count(j => j.Verdict == verdict)} of {judged.Count} {verdict}");
        }

        foreach (var (verdict, what) in judged.Where(j => j.Verdict != Verdict.Exact))
        {
            output.WriteLine($"{verdict}: {what}");
        }

        Assert.DoesNotContain(judged, j => j.Verdict == Verdict.Wrong);
    }
}
