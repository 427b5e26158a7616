using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>The schema after Down is not the one before Up, and no other rule says why.</summary>
public static class DownNotInverse
{
    /// <summary>The rule: the kind of object, its name, how it was and how it is; the last two empty where it was not or is not.</summary>
    public static Rule Rule { get; } = new("MIG0108", nameof(DownNotInverse))
    {
        Title = "The schema after Down is not the one before Up",
        Message = "After Up and Down {0} '{1}'{?3 is '{3}'}{!3 is gone}{?2, and was '{2}'}{!2, and was not there before}. "
            + "A rollback would leave a schema that no release was tested with. "
            + "Make Down the opposite of Up, step by step.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from residue in Residue.Of(pass, Rule.Id)
        let texts = Excerpt.Of(residue.Difference.Expected ?? "", residue.Difference.Actual ?? "")
        select residue.Find(pass, texts.One, texts.Other);
}
