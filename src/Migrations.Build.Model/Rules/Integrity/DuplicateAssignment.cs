using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Rules.Integrity;

/// <summary>A statement gives one column two values.</summary>
public static class DuplicateAssignment
{
    /// <summary>The rule: the column, and the kind of statement.</summary>
    public static Rule Rule { get; } = new("MIG0723", nameof(DuplicateAssignment))
    {
        Title = "A statement gives one column two values",
        Message = "Column '{0}' gets two values in one {1}. "
            + "The server refuses the statement, and SQLite keeps one of the two in silence. "
            + "Leave one of them out.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        Twice(pass.Up, pass).Select(t => pass.Find(Rule.Id, t.Step, t.Column, t.Kind) with { Severity = Grade(pass) })
            .Concat(Twice(pass.Down, pass).Select(t => pass.FindInDown(Rule.Id, t.Step, t.Column, t.Kind) with { Severity = Grade(pass) }));

    private static Severity? Grade(Pass pass) => pass.Target.Kind == DatabaseKind.Sqlite ? Severity.Warning : null;

    private static IEnumerable<(TracedStep Step, string Column, string Kind)> Twice(Trace trace, Pass pass) =>
        (from step in trace.Steps
         from given in Given(step.Step.Operation, pass.Target.Kind)
         from same in given.Columns.GroupBy(c => c, pass.Dialect.Names)
         where same.Skip(1).Any()
         select (step, Words.Of(given.Table, same.Key), given.Kind)).Distinct();

    private static IEnumerable<(TableName Table, IEnumerable<string> Columns, string Kind)> Given(Operation operation, DatabaseKind database) => operation switch
    {
        InsertRows o => o.Rows.Select(r => (o.Table, r.Cells.Select(c => c.Column), "insert")),
        UpdateRows o => [(o.Table, o.Set.Select(c => c.Column), "update")],
        RawSql o => SqlEffects.Read(o.Text, database).OfType<UpdatesRows>().Select(e => (e.Table, (IEnumerable<string>)e.Columns, "update")),
        _ => [],
    };
}
