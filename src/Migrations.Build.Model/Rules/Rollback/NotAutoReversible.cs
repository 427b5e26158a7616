using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>A migration leaves its Down to FluentMigrator, which cannot derive it.</summary>
public static class NotAutoReversible
{
    /// <summary>The rule: the class, and the step or the reason.</summary>
    public static Rule Rule { get; } = new("MIG0103", nameof(NotAutoReversible))
    {
        Title = "A Down that FluentMigrator should derive cannot be derived",
        Message = "Migration '{0}' leaves its Down to FluentMigrator, which cannot undo this: {1}. "
            + "The rollback fails in the middle of the incident that it should end. "
            + "Derive the class from 'Migration' and write Down.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass)
    {
        if (pass.Script.DownKind != DownKind.Irreversible || pass.Migration.ForwardOnly is not null)
        {
            yield break;
        }

        var steps = pass.Script.Up.Where(s => Irreversible(s.Operation) is not null).ToArray();
        foreach (var step in steps)
        {
            yield return pass.Find(Rule.Id, step.Place, pass.Migration.Class, Irreversible(step.Operation)!);
        }

        if (steps.Length == 0)
        {
            yield return pass.Find(Rule.Id, pass.Migration.Place, pass.Migration.Class, pass.Script.DownProblem ?? "FluentMigrator does not say what");
        }
    }

    // What FluentMigrator reverses: creating what is not conditional, renaming, inserting, and dropping a foreign key that is described in full.
    private static string? Irreversible(Operation operation) => operation switch
    {
        CreateTable { IfNotExists: true } o => $"table '{o.Table}' is created only where it is not there",
        AlterColumn o => $"column '{Words.Of(o.Table, o.Column.Name)}' is altered",
        DropTable o => $"table '{o.Table}' is dropped",
        DropColumn o => $"column '{Words.Of(o.Table, o.Column)}' is dropped",
        DropIndex o => $"index '{o.Name}' is dropped",
        DropKey o => $"a key of table '{o.Table}' is dropped",
        DropForeignKey { Described: null } o => $"foreign key '{o.Name}' is dropped",
        DropSchema o => $"schema '{o.Name}' is dropped",
        CreateSequence o => $"sequence '{o.Sequence.Name}' is created",
        DropSequence o => $"sequence '{o.Name}' is dropped",
        SetDefault o => $"the default of column '{Words.Of(o.Table, o.Column)}' is changed",
        DropDefault o => $"the default of column '{Words.Of(o.Table, o.Column)}' is dropped",
        MoveTable o => $"table '{o.Table}' moves to schema '{o.ToSchema}'",
        UpdateRows o => $"rows of table '{o.Table}' are updated",
        DeleteRows o => $"rows of table '{o.Table}' are deleted",
        RawSql => "SQL is executed",
        CodeStep => "code is executed",
        Opaque o => o.Why,
        _ => null,
    };
}
