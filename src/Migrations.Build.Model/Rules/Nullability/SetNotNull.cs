using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A nullable column becomes NOT NULL while it may hold nulls.</summary>
public static class SetNotNull
{
    /// <summary>The rule; a second value says that NOT NULL was not written but implied.</summary>
    public static Rule Rule { get; } = new("MIG0304", nameof(SetNotNull))
    {
        Title = "A column becomes NOT NULL while it may hold nulls",
        Message = "Column '{0}' becomes NOT NULL{?1, since altering it without 'Nullable()' means so}, and no step before gave its nulls a value. "
            + "The migration fails as soon as one row holds null. "
            + "Fill it first: 'Update.Table(…).Set(…).Where(…)' for the rows that hold null, or delete those rows.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from tightened in Tightening.Of(pass)
        where !tightened.Filled
        select pass.Find(Rule.Id, tightened.Change.Step, Words.Of(tightened.Table, tightened.Column), tightened.Implied ? "implied" : "");
}
