using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>A migration is forward only and does not say why.</summary>
public static class ForwardOnlyUnexplained
{
    /// <summary>The rule: the class.</summary>
    public static Rule Rule { get; } = new("MIG0102", nameof(ForwardOnlyUnexplained))
    {
        Title = "A migration is forward only and does not say why",
        Message = "Migration '{0}' cannot be undone and does not say why. "
            + "Whoever has to take the release back learns only then that it is not possible, and not what to do instead. "
            + "Say with '[ForwardOnly(\"why\", Recovery = \"what to do\")]' what there is to know.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        pass.Script.Up.Count > 0 && (pass.Migration.ForwardOnly is { } said ? string.IsNullOrWhiteSpace(said.Why) : pass.Script.DownKind == DownKind.ForwardOnly)
            ? [pass.Find(Rule.Id, pass.Migration.Place, pass.Migration.Class)]
            : [];
}
