using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.DataLoss;

/// <summary>A column that may hold values gets a type that does not hold all of them.</summary>
public static class TypeNarrowing
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG0207", nameof(TypeNarrowing))
    {
        Title = "A column gets a narrower type",
        Message = "Column '{0}' changes from '{1}' to '{2}': {3}. "
            + "The migration fails on such a row, or cuts its value. "
            + "Check the rows with '[Expect]' before Up, or copy into a new column and drop the old one in a later release.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from altered in pass.UpSteps<AlterColumn>()
        let table = altered.Operation.Table
        let said = altered.Operation.Column
        let was = altered.Step.Before.Tables.Find(table)?.FindColumn(said.Name, pass.Dialect)
        where was is not null && pass.MayHaveValues(altered.Step, table, was.Name)
        let loss = Narrowing.Loss(was.Type, said.Type, pass.Dialect)
        where loss is not null
        select pass.Find(Rule.Id, altered.Step, Words.Of(table, was.Name), Words.Of(was.Type), Words.Of(said.Type), loss);
}
