using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>Down brings something back in another form.</summary>
public static class DownDefinitionDrift
{
    /// <summary>The rule: the kind of object, its name, how it was and how it comes back; the last two empty where it was not or does not.</summary>
    public static Rule Rule { get; } = new("MIG0106", nameof(DownDefinitionDrift))
    {
        Title = "Down brings something back in another form",
        Message = "{0} '{1}'{?3 comes back from Down as '{3}'}{!3 does not come back from Down}{?2, and was '{2}'}{!2, and was not there before}. "
            + "After a rollback the older application works on another schema than it was tested with. "
            + "Write the original definition in Down.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from residue in Residue.Of(pass, Rule.Id)
        let texts = Excerpt.Of(residue.Difference.Expected ?? "", residue.Difference.Actual ?? "")
        select residue.Find(pass, texts.One, texts.Other);
}
