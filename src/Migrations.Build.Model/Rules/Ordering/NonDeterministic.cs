using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Model.Rules.Ordering;

/// <summary>
/// A migration depends on more than its own text. Its check reports the questions that a migration asks of the schema, as infos;
/// what differs between two readings only the builder can see, and it reports that with the first two values alone.
/// </summary>
public static class NonDeterministic
{
    /// <summary>The rule: the class, what it depends on, and the answer where it asked a question.</summary>
    public static Rule Rule { get; } = new("MIG1108", nameof(NonDeterministic))
    {
        Title = "A migration depends on more than its own text",
        Message = "Migration '{0}' depends on more than its own text: {1}."
            + "{?2 The bundle holds the answer '{2}' as an assumption, and a run stops before it starts where the answer is another. Say what is known from the history instead of asking.}"
            + "{!2 What was reviewed would not be what runs. Take time, chance, environment, files and network out of it.}",
        Severity = Severity.Error,
        Check = Check,
        IsNeverCertain = true,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        Asked(pass, pass.Script.UpAssumptions, "Up").Concat(Asked(pass, pass.Script.DownAssumptions, "Down"));

    private static IEnumerable<Finding> Asked(Pass pass, Items<Assumption> assumptions, string direction) =>
        from asked in assumptions.Distinct()
        let name = asked.Name is null ? asked.Table.ToString() : Words.Of(asked.Table, asked.Name)
        select pass.Find(Rule.Id, pass.Migration.Place, pass.Migration.Class, $"{direction} asks whether {asked.Subject} '{name}' exists", asked.Exists ? "yes" : "no") with
        {
            Severity = Severity.Info,
        };
}
