using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Ordering;

/// <summary>A released migration does something else although its own source is as it was: something that it uses has changed.</summary>
public static class HelperChanged
{
    /// <summary>The rule: the class, and the release it shipped in.</summary>
    public static Rule Rule { get; } = new("MIG1105", nameof(HelperChanged))
    {
        Title = "Something that a released migration uses has changed",
        Message = "Migration '{0}', which shipped in release '{1}', is as it was and does something else now: a method, a constant, a script or a convention that it uses has changed. "
            + "Databases that ran it keep what it did, and 'migrations apply' stops there; new databases get another schema. "
            + "Write the old value into the migration, and let only new migrations use the new one.",
        Severity = Severity.Error,
        CheckHistory = Check,
        JudgesReleased = true,
    };

    // What was made of tables as an earlier migration left them is made of other tables where that one was edited, and comes back with it.
    private static IEnumerable<Finding> Check(HistoryPass pass) =>
        ReleasedChange.Of(pass).TakeWhile(c => c.SameSource == true).Select(c => c.Find(Rule.Id));
}
