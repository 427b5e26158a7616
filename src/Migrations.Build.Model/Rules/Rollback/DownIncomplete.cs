using Migrations.Build.Model.Comparing;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>Down leaves something that Up did.</summary>
public static class DownIncomplete
{
    /// <summary>The rule: the kind of object, its name, and what becomes of it.</summary>
    public static Rule Rule { get; } = new("MIG0104", nameof(DownIncomplete))
    {
        Title = "Down leaves something that Up did",
        Message = "{0} '{1}' {2}, since Down does not touch it. "
            + "After a rollback the older application meets a schema that it does not know, and the next Up may fail. "
            + "Undo this step in Down as well.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) => Residue.Of(pass, Rule.Id).Select(r => r.Find(pass, r.Difference.Kind switch
    {
        DifferenceKind.Missing => "does not come back",
        DifferenceKind.Extra => "stays behind",
        _ => "keeps the form that Up gave it",
    }));
}
