using System.Globalization;
using Migrations.Build.Builder.Reading.Discovering;
using Migrations.Build.Builder.Reading.Extracting;
using Migrations.Build.Builder.Reading.Loading;
using Migrations.Build.Builder.Reading.Repeating;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules.Toolchain;

namespace Migrations.Build.Builder.Reading;

/// <summary>Reads the migrations of a compiled assembly: what each does on every target database, exactly.</summary>
public static class AssemblyReader
{
    private const int DeepStack = 16 * 1024 * 1024;
    private const int MostEndless = 10;
    private static readonly History Nothing = new(Items<Migration>.Empty);

    /// <summary>The history that the assembly holds, and what is wrong with it. User code runs on a thread of its own, and what it prints goes to standard error.</summary>
    public static ReadResult Read(ReadRequest request)
    {
        var endless = Items<string>.Empty;
        while (true)
        {
            var (read, stuck) = ReadOnce(request, endless);
            if (stuck is null || endless.Contains(stuck) || endless.Count == MostEndless)
            {
                return (read ?? Stuck(stuck!, request.TimeLimit)) with { Hung = stuck is not null || endless.Count > 0 };
            }

            // Its thread cannot be stopped, but the others can be read without it.
            endless = endless.Add(stuck);
        }
    }

    private static (ReadResult? Read, string? Stuck) ReadOnce(ReadRequest request, Items<string> endless)
    {
        var watch = new Watch(request.TimeLimit);
        var work = new Task<ReadResult>(() => ReadHere(request, endless, watch));
        var thread = new Thread(() => work.RunSynchronously(), DeepStack) { IsBackground = true };
        var (console, folder) = (Console.Out, Environment.CurrentDirectory);
        Console.SetOut(Console.Error);
        try
        {
            Environment.CurrentDirectory = request.ProjectFolder;
            thread.Start();
            return watch.Await(thread) is { } stuck ? (null, stuck) : (work.GetAwaiter().GetResult(), null);
        }
        finally
        {
            Environment.CurrentDirectory = folder;
            Console.SetOut(console);
        }
    }

    private static ReadResult Stuck(string code, TimeSpan limit) =>
        new(Nothing, Items.Of(new Finding(CodeTimedOut.Rule.Id, Items.Of(code, limit.TotalSeconds.ToString(CultureInfo.InvariantCulture)))), Items<CodeFile>.Empty);

    private static ReadResult ReadHere(ReadRequest request, Items<string> endless, Watch watch)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var name = Path.GetFileNameWithoutExtension(request.Assembly);
        watch.Enter(name);
        try
        {
            var references = new References(request.References);
            var assembly = LoadedAssembly.Load(request.Assembly, references, new(request.PathMap));
            var found = Discovery.In(assembly);
            var (table, problem) = VersionTables.In(assembly);
            watch.Leave();
            var read = Read(request, endless, assembly, found, references, watch);
            return read with { VersionTable = table, Findings = problem is null ? read.Findings : read.Findings.Add(problem) };
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or TypeLoadException or UnauthorizedAccessException)
        {
            return new(Nothing, Items.Of(Unreadable(name, e.Message)), Items<CodeFile>.Empty);
        }
    }

    private static ReadResult Read(ReadRequest request, Items<string> endless, LoadedAssembly assembly, Discovered found, References references, Watch watch)
    {
        var name = Path.GetFileNameWithoutExtension(request.Assembly);
        var extractor = new Extractor(assembly, request.ProjectFolder);
        var read = new HistoryExtraction(extractor, request, endless, watch).Read(found.Candidates);
        var history = new History(read.Select(r => Scripts.AddTo(r, request.Targets)).ToItems()) { PassedOver = found.PassedOver };
        var problems = assembly.Problems.Select(p => Unreadable(name, p.TrimEnd('.')));
        var none = read.Count == 0 && assembly.Problems.Count == 0 ? [new Finding(NoMigrations.Rule.Id, Items.Of(name))] : Array.Empty<Finding>();
        var findings = problems.Concat(none).Concat(found.Findings).Concat(read.SelectMany(r => Scripts.Findings(r, request.Targets))).Concat(Differences(read, extractor, request, watch));
        return new(history, findings.ToItems(), CodeFiles.Of(history, request.Assembly, references));
    }

    private static List<Finding> Differences(Items<Extraction> read, Extractor extractor, ReadRequest request, Watch watch)
    {
        using var elsewhere = new Elsewhere();
        return [.. Repetition.Compare(read, extractor, request.Targets[0], watch)];
    }

    private static Finding Unreadable(string name, string why) => new(AssemblyUnreadable.Rule.Id, Items.Of(name, why.TrimEnd('.')));
}
