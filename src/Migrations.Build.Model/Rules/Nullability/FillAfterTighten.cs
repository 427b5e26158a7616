using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A column becomes NOT NULL before the step that fills it.</summary>
public static class FillAfterTighten
{
    /// <summary>The rule: the column.</summary>
    public static Rule Rule { get; } = new("MIG0305", nameof(FillAfterTighten))
    {
        Title = "A column is filled only after it became NOT NULL",
        Message = "Column '{0}' becomes NOT NULL, and the step that gives its nulls a value comes after. "
            + "The migration fails as soon as one row holds null, and never gets to that step. "
            + "Fill first and tighten after.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from tightened in Tightening.Of(pass)
        where !tightened.Filled && tightened.IsFilledBehind(pass)
        select pass.Find(Rule.Id, tightened.Change.Step, Words.Of(tightened.Table, tightened.Column));
}
