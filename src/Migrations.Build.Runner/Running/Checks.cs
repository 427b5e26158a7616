using System.Globalization;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Runner.Databases;

namespace Migrations.Build.Runner.Running;

/// <summary>What must hold around a migration.</summary>
internal static class Checks
{
    /// <summary>The assumptions, and what is expected before.</summary>
    public static async Task BeforeAsync(ISession session, Work work, CancellationToken cancel)
    {
        if (work.DoneAlready.Count > 0)
        {
            return;
        }

        foreach (var assumption in work.Assumptions)
        {
            if (!await session.HoldsAsync(assumption, cancel).ConfigureAwait(false))
            {
                throw new CheckFailedException((w, effect) => Broken(w, assumption, effect));
            }
        }

        await OutcomesAsync(session, work.Before, cancel).ConfigureAwait(false);
    }

    /// <summary>What is expected after, and references between tables.</summary>
    public static async Task AfterAsync(ISession session, Work work, CancellationToken cancel)
    {
        await OutcomesAsync(session, work.After, cancel).ConfigureAwait(false);
        await ReferencesAsync(session, cancel).ConfigureAwait(false);
    }

    /// <summary>A table that is to be rebuilt is what the bundle was written for.</summary>
    public static async Task TableAsync(ISession session, Statement check, CancellationToken cancel)
    {
        var differences = await session.DifferencesAsync(check.Text, cancel).ConfigureAwait(false);
        if (differences.Count > 0)
        {
            throw new CheckFailedException((w, effect) => TableDiffers.Rule.Says(w.Version, w.Class, string.Join("; ", differences), effect));
        }
    }

    /// <summary>References between tables.</summary>
    public static async Task ReferencesAsync(ISession session, CancellationToken cancel)
    {
        var broken = await session.BrokenReferencesAsync(cancel).ConfigureAwait(false);
        if (broken.Count > 0)
        {
            throw new CheckFailedException((w, effect) => ReferencesBroken.Rule.Says(w.Version, w.Class, string.Join(", ", broken), effect));
        }
    }

    /// <summary>The finding for an answer that is not the database's.</summary>
    public static Finding Broken(Work work, Assumption assumption, string effect) =>
        AssumptionBroken.Rule.Says(work.Version, work.Class, Sentence(assumption), effect);

    private static async Task OutcomesAsync(ISession session, Items<Expectation> expectations, CancellationToken cancel)
    {
        foreach (var expectation in expectations)
        {
            var value = await AskAsync(session, expectation, cancel).ConfigureAwait(false);
            if (!ExpectedValue.Holds(value, expectation.Is))
            {
                throw new CheckFailedException((w, effect) => NotMet(w, expectation, value, effect));
            }
        }
    }

    private static async Task<object?> AskAsync(ISession session, Expectation expectation, CancellationToken cancel)
    {
        try
        {
            return await session.ScalarAsync(expectation.Query, cancel).ConfigureAwait(false);
        }
        catch (DatabaseException e) when (e.Kind == Refused.Statement)
        {
            throw new CheckFailedException((w, effect) => StatementFails.Rule.Says(w.Version, w.Class, $"the query of expected outcome '{expectation.Name}'", e.Message, effect));
        }
    }

    // A count is a fact about the rows; any other value might be one of theirs, and is not shown.
    private static Finding NotMet(Work work, Expectation expectation, object? value, string effect) => OutcomeNotMet.Rule.Says(
        work.Version,
        work.Class,
        expectation.Name,
        expectation.Is.Text ?? "null",
        expectation.When switch { ExpectationMoment.Before => "before it", ExpectationMoment.After => "after it", _ => "after its rollback" },
        expectation.Query.TrimStart().StartsWith("select count(", StringComparison.OrdinalIgnoreCase) ? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "" : "",
        effect);

    private static string Sentence(Assumption assumption)
    {
        var what = assumption.Name is null ? $"{assumption.Subject} '{assumption.Table}'" : $"{assumption.Subject} '{assumption.Name}' of '{assumption.Table}'";
        return what + (assumption.Exists ? " exists" : " does not exist");
    }
}
