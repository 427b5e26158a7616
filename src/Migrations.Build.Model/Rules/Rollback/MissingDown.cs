using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>A migration changes the database and has no way back.</summary>
public static class MissingDown
{
    /// <summary>The rule: the class, and what its Down does.</summary>
    public static Rule Rule { get; } = new("MIG0101", nameof(MissingDown))
    {
        Title = "A migration has no way back",
        Message = "Migration '{0}' changes the database, and its Down {1}. "
            + "A release that goes wrong could not be rolled back past it. "
            + "Write Down, or state with '[ForwardOnly(\"why\")]' that there is none.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass)
    {
        if (pass.Migration.ForwardOnly is null && pass.Script.Up.Any(s => ChangesSomething(s.Operation)) && Lack(pass.Script.DownKind) is { } lack)
        {
            yield return pass.FindInDown(Rule.Id, null, pass.Migration.Class, lack);
        }
    }

    private static string? Lack(DownKind kind) => kind switch
    {
        DownKind.Empty => "does nothing",
        DownKind.Throws => "throws",
        _ => null,
    };

    private static bool ChangesSomething(Operation operation) => operation is not DescribeTable { Description: null };
}
