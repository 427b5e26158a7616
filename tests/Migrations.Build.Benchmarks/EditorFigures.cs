using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Migrations.Build.Analyzers;

namespace Migrations.Build.Benchmarks;

/// <summary>
/// What an editor waits for: after a keystroke in a migration, until Roslyn's query for the open document has its findings. Each keystroke is in
/// another migration of the history, the earliest among them. The compiler is the SDK's, compiled ahead as everybody has it.
/// </summary>
internal sealed class EditorFigures
{
    private const int Keystrokes = 41;
    private const int Warm = 5;

    private static readonly CSharpCompilationOptions Library = new(OutputKind.DynamicallyLinkedLibrary);
    private static readonly MetadataReference[] References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p))];

    public static void Print(int[] sizes)
    {
        foreach (var size in sizes)
        {
            Print(size);
        }
    }

    private static void Print(int size)
    {
        // The compiler's own start, in a process that has met neither the compiler nor the analyzer, is no cost of a migration.
        var cold = Compilation(20);
        Query(cold, cold.SyntaxTrees[0], out _);

        var compilation = Compilation(size);
        var (trees, plain) = (compilation.SyntaxTrees, Stopwatch.StartNew());
        Bind(compilation);
        plain.Stop();
        var first = Stopwatch.StartNew();
        Query(compilation, trees[size / 2], out _);
        var each = first.Elapsed.TotalMilliseconds / size;
        Measure.Say(size != 1000 || each <= 1, $"cold, {size} migrations: {each:0.00} ms a migration (limit 1.00 at 1000), findings of the whole history in {first.Elapsed.TotalMilliseconds:0} ms");

        var whole = Stopwatch.StartNew();
        var all = With(compilation).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        Console.WriteLine(FormattableString.Invariant($"       all {all.Length} findings of {size} migrations in {whole.Elapsed.TotalMilliseconds:0} ms"));

        var (random, times, allocated) = (new Random(1), new List<double>(), 0L);
        for (var stroke = -Warm; stroke < Keystrokes; stroke++)
        {
            var at = stroke == 0 ? 0 : random.Next(size);
            var old = compilation.SyntaxTrees[at];
            var tree = old.WithChangedText(SourceText.From(MadeProject.Text(at, stroke + Warm + 1)));
            compilation = compilation.ReplaceSyntaxTree(old, tree);
            var (time, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());
            Query(compilation, tree, out _);
            if (stroke >= 0)
            {
                times.Add(time.Elapsed.TotalMilliseconds);
                allocated += GC.GetTotalAllocatedBytes() - before;
            }
        }

        times.Sort();
        var (median, late) = (times[Keystrokes / 2], times[(int)(Keystrokes * 0.95)]);
        var (middle, most) = size <= 1000 ? (50, 100) : (250, double.PositiveInfinity);
        Measure.Say(median <= middle && late <= most, $"a keystroke in one of {size} migrations: median {median:0.0} ms (limit {middle}), p95 {late:0.0} ms (limit {(double.IsInfinity(most) ? "none" : most.ToString(CultureInfo.InvariantCulture))}), {allocated / Keystrokes / 1e6:0.0} MB allocated");
    }

    private static CSharpCompilation Compilation(int size) => CSharpCompilation.Create(
        "M" + size.ToString(CultureInfo.InvariantCulture),
        Enumerable.Range(0, size).Select(i => CSharpSyntaxTree.ParseText(MadeProject.Text(i, 0), path: string.Create(CultureInfo.InvariantCulture, $"/m/M{i:00000}.cs"))),
        References,
        Library);

    // An editor binds what it shows in any case.
    private static void Bind(Compilation compilation) => Parallel.ForEach(compilation.SyntaxTrees.Take(20), t => compilation.GetSemanticModel(t).GetDiagnostics());

    private static void Query(Compilation compilation, SyntaxTree tree, out ImmutableArray<Diagnostic> found)
    {
        found = With(compilation).GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, CancellationToken.None).GetAwaiter().GetResult();
        if (found.Any(d => d.Id == "AD0001"))
        {
            throw new InvalidOperationException(found.First(d => d.Id == "AD0001").ToString());
        }
    }

    private static CompilationWithAnalyzers With(Compilation compilation) => compilation.WithAnalyzers(
        [new MigrationAnalyzer()],
        new CompilationWithAnalyzersOptions(new AnalyzerOptions([], new Options()), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Global();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Global : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = key switch
            {
                "build_property.MigrationsEnabled" => "true",
                "build_property.MigrationsDatabases" => "sqlite;postgres;mysql;sqlserver",
                "build_property._MigrationsToday" => "2026-01-01",
                _ => "",
            };
            return value.Length > 0;
        }
    }
}
