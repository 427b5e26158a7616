using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>A step that cannot be read may change rows, nothing keeps them, and nothing in Down undoes it.</summary>
public static class DataChangeNoInverse
{
    /// <summary>The rule: what cannot be read.</summary>
    public static Rule Rule { get; } = new("MIG0110", nameof(DataChangeNoInverse))
    {
        Title = "A change that cannot be read has no way back",
        Message = "Rows may change by {0}, which cannot be read and declares nothing, and Down does nothing about it. "
            + "The runner cannot keep what it does not know of, so after a rollback those rows stay as they are. "
            + "Declare with '[Touches]' what it changes, or undo it in Down.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) => pass.Migration.ForwardOnly is null
        && pass.Migration.Touches.Count == 0
        && pass.Script.DownKind is DownKind.Written or DownKind.Reversed or DownKind.Inferred
        && !pass.Script.Down.Any(s => s.Operation is RawSql or CodeStep or Opaque or InsertRows or UpdateRows or DeleteRows)
            ? from step in pass.Up.Steps
              where MayMeetRows(pass, step)
              let what = Unread(pass, step.Step.Operation)
              where what is not null
              select pass.Find(Rule.Id, step, what)
            : [];

    private static string? Unread(Pass pass, Operation operation) => operation switch
    {
        CodeStep => "code",
        Opaque { Touches.Count: 0 } o => $"a step of which is known only that {o.Why}",
        RawSql o when SqlEffects.Read(o.Text, pass.Target.Kind).Any(e => e is UnknownEffect) => "SQL text",
        _ => null,
    };

    private static bool MayMeetRows(Pass pass, TracedStep step) => pass.Before.Touched || pass.Before.Tables.Any(t => pass.MayHaveRows(step, t.Name));
}
