using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Ordering;

/// <summary>A released migration was edited so that it does something else.</summary>
public static class EditedAfterRelease
{
    /// <summary>The rule: the class, and the release it shipped in.</summary>
    public static Rule Rule { get; } = new("MIG1103", nameof(EditedAfterRelease))
    {
        Title = "A released migration does something else now",
        Message = "Migration '{0}' shipped in release '{1}' and does something else now. "
            + "Databases that ran it keep what it did, and 'migrations apply' stops there; new databases get another schema. "
            + "Take the edit back, and put the change into a new migration.",
        Severity = Severity.Error,
        CheckHistory = Check,
        JudgesReleased = true,
    };

    private static IEnumerable<Finding> Check(HistoryPass pass) => ReleasedChange.Of(pass).Where(c => c.SameSource != true).Select(c => c.Find(Rule.Id));
}
