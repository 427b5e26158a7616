using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Comparing;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Planning;

namespace Migrations.Build.Runner.Drifting;

/// <summary>Compares the live schema with the one that the applied migrations give.</summary>
public static class Drift
{
    /// <summary>Compares the two. Nothing is written or locked.</summary>
    public static Task<DriftOutcome> CompareAsync(MigrationBundle bundle, RunSettings settings, DriftOptions options, CancellationToken cancel) =>
        Verb.RunAsync(settings, database => CompareAsync(database, bundle, settings.For(bundle), options, cancel), End);

    private static async Task<DriftOutcome> CompareAsync(IDatabase database, MigrationBundle bundle, RunSettings settings, DriftOptions options, CancellationToken cancel)
    {
        if (Verb.NotMeant(bundle, settings) is { } wrong)
        {
            return End(wrong);
        }

        var session = await database.OpenAsync(Access.Read, cancel).ConfigureAwait(false);
        await using var open = (session ?? (IAsyncDisposable)new Nothing()).ConfigureAwait(false);
        var state = await HistoryReader.ReadAsync(session, settings, cancel).ConfigureAwait(false);
        var objections = Objections.ToState(bundle, settings.Database, state);
        if (objections.Count > 0)
        {
            return new(objections[0].Code) { Findings = objections.Select(o => o.Finding).ToItems() };
        }

        var expected = new ExpectedSchema(bundle, settings.Database, new(bundle, options.IgnoreTables));
        var live = session is null ? Schema.Empty(settings.Database) : await session.SchemaAsync(cancel).ConfigureAwait(false);
        var (differences, problem) = await expected.CompareAsync(database, state.Applied.Select(a => a.Version), state.Unfinished, live, cancel).ConfigureAwait(false);
        return problem is not null ? End(problem) : new(Differ(differences) ? ExitCode.Differs : ExitCode.Done)
        {
            Differences = differences,
            NotJudged = expected.NotJudged,
            Ignored = expected.Others,
            Findings = Differ(differences) ? Items.Of(Finding(differences)) : Items<Finding>.Empty,
        };
    }

    /// <summary>Whether there is a difference that matters.</summary>
    internal static bool Differ(Items<Difference> differences) => differences.Any(d => d.Kind != DifferenceKind.Reordered);

    /// <summary>The differences in a sentence.</summary>
    internal static Finding Finding(Items<Difference> differences)
    {
        var names = differences.Where(d => d.Kind != DifferenceKind.Reordered).Select(d => $"{d.Subject} '{d.Name}'").ToArray();
        var shown = names.Length <= 5 ? FindingText.List(names) : string.Join(", ", names[..5]) + $" and {Wording.Text(names.Length - 5)} more";
        return SchemaDrifted.Rule.Says(names.Length == 1 ? "one object" : Wording.Text(names.Length) + " objects", shown);
    }

    private static DriftOutcome End(Verdict verdict) => new(verdict.Code) { Findings = Items.Of(verdict.Finding) };
}
