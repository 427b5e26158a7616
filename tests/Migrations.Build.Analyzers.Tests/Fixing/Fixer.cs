using System.Collections.Immutable;
using System.Composition;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;
using Migrations.Build.CodeFixes;

namespace Migrations.Build.Analyzers.Tests.Fixing;

/// <summary>A project in an editor: its findings, what the light bulb offers for one, and the project afterwards.</summary>
internal sealed class Fixer
{
    private static readonly CodeFixProvider[] Providers = [.. typeof(WriteDownFix).Assembly.GetTypes()
        .Where(t => t.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null && t.GetCustomAttribute<SharedAttribute>() is not null)
        .Select(t => (CodeFixProvider)Activator.CreateInstance(t)!)];

    private readonly Project _project;

    /// <summary>The rules that a fix of their own mends, or begins an attribute for.</summary>
    public static IEnumerable<string> Mended => Providers.SelectMany(p => p is ScaffoldFix ? ["MIG0101", "MIG0102", "MIG1201", "MIG1209"] : p.FixableDiagnosticIds.AsEnumerable()).Distinct();

    private Fixer(Project project) => _project = project;

    /// <summary>A project of the given files.</summary>
    public static Fixer Of(Source source, string databases = "sqlite")
    {
        var workspace = new AdhocWorkspace();
        var compilation = source.Compilation;
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Corpus", "Corpus", LanguageNames.CSharp, compilationOptions: compilation.Options, parseOptions: compilation.SyntaxTrees[0].Options, metadataReferences: compilation.References));
        foreach (var tree in compilation.SyntaxTrees)
        {
            project = project.AddDocument(Path.GetFileName(tree.FilePath), tree.GetRoot().NormalizeWhitespace(eol: "\n").ToFullString(), filePath: tree.FilePath).Project;
        }

        var settings = $"is_global = true\nbuild_property.MigrationsEnabled = true\nbuild_property.MigrationsDatabases = {databases}\nbuild_property._MigrationsToday = 2026-01-01\n";
        return new(project.AddAnalyzerConfigDocument(".globalconfig", SourceText.From(settings), filePath: "/_/.globalconfig").Project);
    }

    /// <summary>The findings, as <c>id</c> and message.</summary>
    public IReadOnlyList<Diagnostic> Findings() => Compilation().WithAnalyzers([new MigrationAnalyzer()], _project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    /// <summary>What the light bulb offers for the first finding of an id.</summary>
    public IReadOnlyList<CodeAction> Offers(string id) => Offers(Findings().First(d => d.Id == id));

    /// <summary>The project after the offer that begins with a title was taken; everything that a fix promises is demanded.</summary>
    public Fixer Take(string id, string title)
    {
        var before = Findings();
        var finding = before.First(d => d.Id == id);
        var offers = Offers(finding);
        var action = offers.FirstOrDefault(o => o.Title.StartsWith(title, StringComparison.Ordinal)) ?? throw new Xunit.Sdk.XunitException($"No offer begins with '{title}': {string.Join("; ", offers.Select(o => o.Title))}");
        var operation = Assert.Single(action.GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult().OfType<ApplyChangesOperation>());
        var fixedUp = new Fixer(operation.ChangedSolution.GetProject(_project.Id)!);
        Assert.Empty(fixedUp.Compilation().GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        fixedUp.AssertFormatted();
        return fixedUp;
    }

    /// <summary>The same, where the finding must be gone and no other may have come.</summary>
    public Fixer Fix(string id, string title)
    {
        var before = Findings();
        var after = Take(id, title);
        var left = after.Findings();
        Assert.True(left.Count(d => d.Id == id) < before.Count(d => d.Id == id), $"{id} is still there:\n{after.Text()}\n{string.Join("\n", left)}");
        // An info may be all that is left to say: that rows come back through the runner alone.
        Assert.Empty(left.Where(d => d.Severity > DiagnosticSeverity.Info).Select(d => d.Id).Except(before.Select(d => d.Id)).Select(n => $"{n} is new: {left.First(d => d.Id == n).GetMessage()}\n{after.Text()}"));
        return after;
    }

    /// <summary>The project after an offer was taken for every finding of an id at once.</summary>
    public Fixer TakeAll(string id, string title)
    {
        var finding = Findings().First(d => d.Id == id);
        var document = _project.GetDocument(finding.Location.SourceTree)!;
        var (provider, action) = Providers.Where(p => p.FixableDiagnosticIds.Contains(id)).SelectMany(p => Offers(finding, [p]).Select(a => (p, a))).First(o => o.a.Title.StartsWith(title, StringComparison.Ordinal));
        var context = new FixAllContext(document, provider, FixAllScope.Project, action.EquivalenceKey!, [id], new All(this), CancellationToken.None);
        var all = provider.GetFixAllProvider()!.GetFixAsync(context).GetAwaiter().GetResult()!;
        var operation = Assert.Single(all.GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult().OfType<ApplyChangesOperation>());
        return new(operation.ChangedSolution.GetProject(_project.Id)!);
    }

    /// <summary>The text of the last file, without the usings.</summary>
    public string Text() => string.Join("\n", _project.Documents.Last().GetTextAsync().GetAwaiter().GetResult().ToString().Split('\n').SkipWhile(l => l.StartsWith("using ", StringComparison.Ordinal))).Trim();

    /// <summary>The project's files as they are now.</summary>
    public Source Source() => Tests.Source.Of([.. _project.Documents.Select(d => string.Join("\n", d.GetTextAsync().GetAwaiter().GetResult().ToString().Split('\n').SkipWhile(l => l.StartsWith("using ", StringComparison.Ordinal))))]);

    private IReadOnlyList<CodeAction> Offers(Diagnostic finding) => Offers(finding, Providers);

    private IReadOnlyList<CodeAction> Offers(Diagnostic finding, IEnumerable<CodeFixProvider> providers)
    {
        var document = _project.GetDocument(finding.Location.SourceTree)!;
        var offers = new List<CodeAction>();
        foreach (var provider in providers.Where(p => p.FixableDiagnosticIds.Contains(finding.Id)))
        {
            provider.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => offers.Add(action), CancellationToken.None)).GetAwaiter().GetResult();
        }

        return offers;
    }

    // It was before: a project begins formatted.
    private void AssertFormatted() =>
        Assert.All(_project.Documents, d => Assert.Equal(Formatter.FormatAsync(d).GetAwaiter().GetResult().GetTextAsync().GetAwaiter().GetResult().ToString(), d.GetTextAsync().GetAwaiter().GetResult().ToString()));

    private Compilation Compilation() => _project.GetCompilationAsync().GetAwaiter().GetResult()!;

    private sealed class All(Fixer fixer) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(fixer.Findings());

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(fixer.Findings().Where(d => d.Location.SourceTree!.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
