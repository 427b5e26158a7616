using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>Up does something only under a condition, and Down undoes it without.</summary>
public static class ConditionMismatch
{
    /// <summary>The rule: the kind of object, its name, and the condition of Up.</summary>
    public static Rule Rule { get; } = new("MIG0112", nameof(ConditionMismatch))
    {
        Title = "Down undoes without the condition under which Up did",
        Message = "Up makes {0} '{1}' only {2}, and Down drops it in any case. "
            + "A rollback fails, or drops what an older migration made. "
            + "Put the same condition around both.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) => pass.Migration.ForwardOnly is not null || pass.Script.DownKind != DownKind.Written
        ? []
        : from step in pass.Down.Steps
          let dropped = Dropped(step)
          where dropped is not null
          let condition = Condition(pass, step, dropped)
          where condition is not null
          select pass.FindInDown(Rule.Id, step, dropped.Subject, dropped.ToString(), condition) with { Severity = IsCertain(pass, dropped) ? null : Severity.Info };

    // Where the object is not there, dropping what may be missing does no harm.
    private static string? Condition(Pass pass, TracedStep step, Thing dropped) =>
        step.Refusal is { Kind: RefusalKind.Unknown } ? Elsewhere(pass, dropped)
        : step.Refusal is not null ? null
        : IsIn(pass.Before, dropped, pass) && IsIn(pass.Up.After, dropped, pass) ? WhereMissing(pass, dropped) ?? Elsewhere(pass, dropped)
        : pass.Before.Touched && pass.Before.Tables.Find(dropped.Table) is null ? WhereMissing(pass, dropped, onlyInSteps: true)
        : null;

    private static string? WhereMissing(Pass pass, Thing dropped, bool onlyInSteps = false) =>
        pass.UpChanges<CreateTable>().Any(c => c.Operation.IfNotExists && dropped.Name is null && pass.Dialect.Same(c.Operation.Table, dropped.Table))
        || (!onlyInSteps && Asks(pass.Script.UpAssumptions, dropped, pass) && !Asks(pass.Script.DownAssumptions, dropped, pass))
            ? "where it is missing"
            : null;

    private static string? Elsewhere(Pass pass, Thing dropped)
    {
        var makes = pass.Migration.Scripts.Where(s => s.Up.Any(u => Makes(u.Operation, dropped, pass))).SelectMany(s => s.Databases).ToArray();
        return makes.Length == 0 || makes.Contains(pass.Target.Kind) ? null : "on " + string.Join(", ", makes.OrderBy(d => d).Select(d => d.ToString()));
    }

    private static bool IsCertain(Pass pass, Thing dropped) =>
        pass.Before.Tables.Find(dropped.Table) is { Touched: false } || (pass.Before.Tables.Find(dropped.Table) is null && !pass.Before.Touched);

    private static bool Asks(Items<Assumption> assumptions, Thing dropped, Pass pass) => assumptions.Any(a =>
        a.Subject == dropped.Subject && pass.Dialect.Same(a.Table, dropped.Table) && (a.Name is null ? dropped.Name is null : dropped.Name is not null && pass.Dialect.Names.Equals(a.Name, dropped.Name)));

    private static Thing? Dropped(TracedStep step) => step.Step.Operation switch
    {
        DropTable o => new("table", o.Table, null),
        DropColumn o => new("column", o.Table, o.Column),
        DropIndex o => new("index", o.Table, o.Name),
        _ => null,
    };

    private static bool Makes(Operation operation, Thing thing, Pass pass) => operation switch
    {
        CreateTable o => thing.Name is null && pass.Dialect.Same(o.Table, thing.Table),
        AddColumn o => thing.Subject == "column" && pass.Dialect.Same(o.Table, thing.Table) && pass.Dialect.Names.Equals(o.Column.Name, thing.Name!),
        CreateIndex o => thing.Subject == "index" && pass.Dialect.Same(o.Index.Table, thing.Table) && pass.Dialect.Names.Equals(o.Index.Name, thing.Name!),
        _ => false,
    };

    private static bool IsIn(Schema schema, Thing thing, Pass pass) => schema.Tables.Find(thing.Table) is { } table && thing.Subject switch
    {
        "column" => table.FindColumn(thing.Name!, pass.Dialect) is not null,
        "index" => table.FindIndex(thing.Name!, pass.Dialect) is not null,
        _ => true,
    };

    private sealed record Thing(string Subject, TableName Table, string? Name)
    {
        public override string ToString() => Name is null ? Table.ToString() : Words.Of(Table, Name);
    }
}
