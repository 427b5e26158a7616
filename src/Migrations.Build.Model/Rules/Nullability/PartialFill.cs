using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A column becomes NOT NULL after a fill that may not have reached every null.</summary>
public static class PartialFill
{
    /// <summary>The rule: the column, and the condition of the fill.</summary>
    public static Rule Rule { get; } = new("MIG0306", nameof(PartialFill))
    {
        Title = "A column becomes NOT NULL after a fill of some rows",
        Message = "Column '{0}' becomes NOT NULL, and the step that fills it does so where \"{1}\", which need not be every row that holds null. "
            + "The migration fails as soon as one null is left. "
            + "Fill the rows where the column is null, without a further condition.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from tightened in Tightening.Of(pass)
        where tightened.Condition is not null
        select pass.Find(Rule.Id, tightened.Change.Step, Words.Of(tightened.Table, tightened.Column), tightened.Condition!);
}
