using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A column joins a table in use without saying whether it takes nulls.</summary>
public static class ImplicitNotNull
{
    /// <summary>The rule: the column.</summary>
    public static Rule Rule { get; } = new("MIG0302", nameof(ImplicitNotNull))
    {
        Title = "An added column does not say whether it takes nulls",
        Message = "Column '{0}' is added without 'Nullable()' or 'NotNullable()'. "
            + "FluentMigrator makes it NOT NULL then, and a writer that says null is refused although no line says so. "
            + "State which of the two is meant.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from added in pass.UpSteps<AddColumn>()
        let column = added.Operation.Column
        where column is { Nullable: null, PrimaryKey: false, Identity: false, Computed: null } && pass.MayHaveRows(added.Step, added.Operation.Table)
        select pass.Find(Rule.Id, added.Step, Words.Of(added.Operation.Table, column.Name));
}
