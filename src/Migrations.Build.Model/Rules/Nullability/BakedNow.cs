using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A value is taken from the clock, from chance or from the environment of the build. Whoever reads the migration knows it and says so on the value.</summary>
public static class BakedNow
{
    /// <summary>The rule: what the value is for, what it came from, and what to write.</summary>
    public static Rule Rule { get; } = new("MIG0313", nameof(BakedNow))
    {
        Title = "A value is that of the build and not of the run",
        Message = "The value for {0} comes from {1}. "
            + "It is frozen when the bundle is built and differs from build to build, so that what was reviewed is not what runs. "
            + "Write {2}.",
        Severity = Severity.Error,
        Check = Check,
        IsNeverCertain = true,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        Baked(pass.Up).Select(b => pass.Find(Rule.Id, b.Step, Values(b.Subject, b.Value)))
            .Concat(Baked(pass.Down).Select(b => pass.FindInDown(Rule.Id, b.Step, Values(b.Subject, b.Value))));

    private static IEnumerable<(TracedStep Step, string Subject, Value Value)> Baked(Trace trace) =>
        from step in trace.Steps
        from value in Given(step.Step.Operation)
        where value.Value is { Origin: not ValueOrigin.Constant }
        select (step, value.Subject, value.Value);

    private static IEnumerable<(string Subject, Value? Value)> Given(Operation operation) => operation switch
    {
        CreateTable o => o.Columns.Select(c => Default(o.Table, c.Name, c.Default)),
        AddColumn o => [Default(o.Table, o.Column.Name, o.Column.Default)],
        AlterColumn o => [Default(o.Table, o.Column.Name, o.Column.Default)],
        SetDefault o => [Default(o.Table, o.Column, o.Default)],
        InsertRows o => o.Rows.SelectMany(r => r.Cells).Select(c => OfCell(o.Table, c)),
        UpdateRows o => o.Set.Concat(o.Where).Select(c => OfCell(o.Table, c)),
        DeleteRows o => o.Where.SelectMany(r => r.Cells).Select(c => OfCell(o.Table, c)),
        _ => [],
    };

    private static (string Subject, Value? Value) Default(TableName table, string column, Value? value) => ($"the default of column '{Words.Of(table, column)}'", value);

    private static (string Subject, Value? Value) OfCell(TableName table, Cell cell) => ($"column '{Words.Of(table, cell.Column)}'", cell.Value);

    private static string[] Values(string subject, Value value) => value.Origin switch
    {
        ValueOrigin.Clock => [subject, "the clock", "'SystemMethods.CurrentUTCDateTime', or the date itself"],
        ValueOrigin.Chance => [subject, "chance", "'SystemMethods.NewGuid', or the value itself"],
        _ => [subject, "the environment of the build", "the value itself, or give it to the run in another way"],
    };
}
