using Migrations.Build.Model.Comparing;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>Down changes something that Up leaves alone.</summary>
public static class DownForeign
{
    /// <summary>The rule: the kind of object, its name, and what Down does with it.</summary>
    public static Rule Rule { get; } = new("MIG0105", nameof(DownForeign))
    {
        Title = "Down changes something that Up did not change",
        Message = "Down {2} {0} '{1}', which Up leaves alone. "
            + "A rollback would damage what an older migration made. "
            + "Take this step out of Down.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) => Residue.Of(pass, Rule.Id).Select(r => r.Find(pass, r.Difference.Kind switch
    {
        DifferenceKind.Missing => "drops",
        DifferenceKind.Extra => "makes",
        _ => "changes",
    }));
}
