using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Tests.Reading;

/// <summary>Compares what the analyzer reads from source with what the builder reads from the assembly.</summary>
internal static class Parity
{
    /// <summary>The differences that are not admitted by saying that something is unknown.</summary>
    public static IEnumerable<string> Differences(History read, History built) => Judged(read, built).Where(j => j.Verdict == Verdict.Wrong).Select(j => j.What);

    /// <summary>Each migration's way on each database: read exactly, admittedly in part, or wrongly.</summary>
    public static IEnumerable<(Verdict Verdict, string What)> Judged(History read, History built)
    {
        foreach (var migration in built.Migrations)
        {
            if (read.Migrations.FirstOrDefault(m => m.FullName == migration.FullName) is not { } mine)
            {
                yield return (Verdict.Wrong, $"{migration.FullName} is not read");
                continue;
            }

            if (Facts(mine) != Facts(migration))
            {
                yield return (Verdict.Wrong, $"{migration.FullName}: {Facts(mine)}\n   instead of {Facts(migration)}");
            }

            foreach (var (script, database) in migration.Scripts.SelectMany(s => s.Databases.Select(d => (s, d))))
            {
                if (mine.For(database) is not { } own)
                {
                    yield return (Verdict.Wrong, $"{migration.FullName} has no script on {database}");
                    continue;
                }

                yield return Judge($"{migration.Class}.Up on {database}", own.Up, script.Up, own.UpAssumptions.SequenceEqual(script.UpAssumptions));
                yield return Judge($"{migration.Class}.Down on {database} ({own.DownKind}, {script.DownKind})", own.Down, script.Down, own.DownAssumptions.SequenceEqual(script.DownAssumptions) && own.DownKind == script.DownKind);
            }
        }

        foreach (var extra in read.Migrations.Where(m => built.Migrations.All(b => b.FullName != m.FullName)))
        {
            yield return (Verdict.Wrong, $"{extra.FullName} is read, and does not run");
        }
    }

    private static (Verdict Verdict, string What) Judge(string what, IEnumerable<Step> mine, IEnumerable<Step> built, bool sameRest)
    {
        // What the builder cannot read it refuses at its line: there is nothing to be the same as.
        var (own, expected) = (mine.Select(s => s.Operation).ToArray(), built.Select(s => s.Operation).Where(o => o is not Opaque).ToArray());
        var opaque = own.Count(o => o is Opaque);
        if (own.Select(Canonical).SequenceEqual(expected.Select(Canonical)) && sameRest)
        {
            return (Verdict.Exact, what);
        }

        if (opaque > 0)
        {
            return (opaque == own.Length ? Verdict.Opaque : Verdict.Partly, what + ": " + string.Join("; ", own.OfType<Opaque>().Select(o => o.Why)));
        }

        var at = Enumerable.Range(0, Math.Max(own.Length, expected.Length)).FirstOrDefault(i => i >= own.Length || i >= expected.Length || Canonical(own[i]) != Canonical(expected[i]), -1);
        return own.Any(o => o.ToString().Contains("Unknown", StringComparison.Ordinal)) ? (Verdict.Partly, what)
            : (Verdict.Wrong, at < 0 ? $"{what}: the assumptions or the kind of Down differ" : $"{what}, step {at + 1}:\n   {(at < own.Length ? own[at] : "nothing")}\n   instead of\n   {(at < expected.Length ? expected[at] : "nothing")}");
    }

    // What only the source shows is no part of what an operation does.
    private static string Canonical(Operation operation) => operation.GetType().Name + JsonWriter.Compact(RecordJson.Write(operation));

    private static string Facts(Migration m) =>
        $"{m.Version} {m.Kind} {m.Transaction} '{m.Description}' {m.BreakingChange} {m.Tags} {m.AnyTag} {m.Occasion} {m.Rationale} {m.ForwardOnly} {m.Expectations} {m.Acceptances} {m.Touches}";
}

/// <summary>How well something was read.</summary>
internal enum Verdict
{
    Exact,
    Partly,
    Opaque,
    Wrong,
}
