using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Migrations.Build.Analyzers.Tests.Live;

/// <summary>Code as it is while it is typed: the analyzer may know little, but never fails.</summary>
public sealed class UnfinishedCodeTests
{
    private const int Mutations = 10_000;

    [Fact]
    public void Whatever_is_deleted_or_swapped_in_the_samples_no_analyzer_fails()
    {
        var random = new Random(20261126);
        var corpora = new[] { "samples/01-crm", "tests/Histories/Nasty" }.Select(f => Source.Folder(Path.Combine(Source.Root(), f)).Compilation).ToArray();
        for (var i = 0; i < Mutations; i++)
        {
            var compilation = corpora[i % corpora.Length];
            var tree = compilation.SyntaxTrees[random.Next(compilation.SyntaxTrees.Length)];
            var mutated = CSharpSyntaxTree.ParseText(Mutate(tree, random), (CSharpParseOptions)tree.Options, tree.FilePath);

            var failed = Host.Open(compilation.ReplaceSyntaxTree(tree, mutated), mutated).FirstOrDefault(d => d.Id == "AD0001");

            Assert.True(failed is null, $"{failed?.GetMessage()}\n{mutated}");
        }
    }

    [Theory]
    [InlineData("Create.")]
    [InlineData("Create.Table(")]
    [InlineData("Create.Table(\"T\").WithColumn(")]
    [InlineData("Create.Table(\"T\").WithColumn().AsString(x).")]
    [InlineData("foreach (var x in ) Create.Table(x)")]
    [InlineData("IfDatabase(")]
    [InlineData("IfDatabase().Create.Table(\"T\")")]
    [InlineData("Insert.IntoTable(\"T\").Row(new { A = })")]
    [InlineData("if (Schema.Table(\"T\").Exists(")]
    [InlineData("Up(); Down();")]
    [InlineData("while (true) { Delete.Table(\"T\"); }")]
    [InlineData("Execute.WithConnection((c, t) => ")]
    public void Code_that_is_being_typed_fails_no_analyzer(string body)
    {
        var compilation = Source.Up(body).Compilation;

        Assert.DoesNotContain(Host.Whole(compilation), d => d.Id == "AD0001");
    }

    private static string Mutate(SyntaxTree tree, Random random)
    {
        var tokens = tree.GetRoot().DescendantTokens().ToArray();
        var text = tree.ToString();
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var (a, b) = (tokens[random.Next(tokens.Length)].FullSpan, tokens[random.Next(tokens.Length)].FullSpan);
            if (random.Next(2) == 0 || a.OverlapsWith(b) || a.End > text.Length || b.End > text.Length)
            {
                text = a.End <= text.Length ? text.Remove(a.Start, a.Length) : text;
                continue;
            }

            var (first, second) = a.Start < b.Start ? (a, b) : (b, a);
            text = text[..first.Start] + text.Substring(second.Start, second.Length) + text[first.End..second.Start] + text.Substring(first.Start, first.Length) + text[second.End..];
        }

        return text;
    }
}
