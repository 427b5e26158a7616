using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Rules.Integrity;

/// <summary>A value is given to a column that takes only the database's numbers.</summary>
public static class ValueForIdentity
{
    /// <summary>The rule: the column, what the database calls it, and what to write.</summary>
    public static Rule Rule { get; } = new("MIG0724", nameof(ValueForIdentity))
    {
        Title = "A value is given to a column that the database numbers",
        Message = "Column '{0}' gets a value, and the database numbers it ({1}). The server refuses the statement. Leave the value out, or {2}.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        Refused(pass.Up, pass).Select(n => pass.Find(Rule.Id, n.Step, Values(n, pass.Target.Kind)))
            .Concat(Refused(pass.Down, pass).Select(n => pass.FindInDown(Rule.Id, n.Step, Values(n, pass.Target.Kind))));

    private static IEnumerable<Numbering> Refused(Trace trace, Pass pass) => Numbering.Of(trace, pass.Dialect)
        .Where(n => !n.Overrides && n.IsStrict(pass.Target) && (n.Updates || !IsSwitchedOn(trace, n)))
        .GroupBy(n => (n.Step, n.Column.Name)).Select(g => g.First());

    // SQL Server's own statement, for a table at a time.
    private static bool IsSwitchedOn(Trace trace, Numbering numbering) => trace.Steps
        .TakeWhile(s => !ReferenceEquals(s, numbering.Step)).Append(numbering.Step)
        .Any(s => s.Step.Operation is RawSql sql && StatementSplitter.Split(sql.Text, s.Before.Database, insideBatches: true).Any(t => t.Tokens.Any(w => w.Is("IDENTITY_INSERT"))));

    private static string[] Values(Numbering numbering, DatabaseKind database)
    {
        var (kind, call) = database == DatabaseKind.Postgres ? ("GENERATED ALWAYS AS IDENTITY", "WithOverridingSystemValue()") : ("IDENTITY", "WithIdentityInsert()");
        var remedy = numbering.Updates ? "delete the row and insert it again"
            : numbering.Step.Step.Operation is not RawSql ? $"add '{call}' to the call"
            : database == DatabaseKind.Postgres ? "add 'OVERRIDING SYSTEM VALUE' before 'VALUES'"
            : "put 'SET IDENTITY_INSERT … ON' before the statement";
        return [Words.Of(numbering.Table, numbering.Column.Name), kind, remedy];
    }
}
