using System.Globalization;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Rules.Integrity;

/// <summary>Rows come with their own numbers, and the sequence that makes them does not learn of it.</summary>
public static class IdentityLeftBehind
{
    /// <summary>The rule: the column, its table as a text in SQL, the column as one, and the highest number.</summary>
    public static Rule Rule { get; } = new("MIG0725", nameof(IdentityLeftBehind))
    {
        Title = "A sequence does not learn of numbers that rows bring",
        Message = "Rows bring their own numbers for column '{0}'{?3, up to {3}}, and the sequence behind it stays where it is. "
            + "The next rows of the application get numbers that are taken, and are refused. "
            + "Move it on behind the rows: \"SELECT setval(pg_get_serial_sequence('{1}', '{2}'), (SELECT max({2}) FROM {1}))\".",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) => pass.Target.Kind != DatabaseKind.Postgres ? [] :
        from numbering in Numbering.Of(pass.Up, pass.Dialect)
        where !numbering.Updates && (numbering.Overrides || !numbering.IsStrict(pass.Target)) && numbering.Highest is null or > 0 && !IsMovedOn(pass.Up, numbering.Step)
        group numbering by Words.Of(numbering.Table, numbering.Column.Name) into found
        let first = found.First()
        let highest = found.All(n => n.Highest is not null) ? found.Max(n => n.Highest) : null
        select pass.Find(Rule.Id, first.Step, found.Key, first.Table.ToString(), first.Column.Name, highest?.ToString(CultureInfo.InvariantCulture) ?? "");

    private static bool IsMovedOn(Trace trace, TracedStep step) => trace.Steps.SkipWhile(s => !ReferenceEquals(s, step)).Any(s => s.Step.Operation is CodeStep or Opaque
        || (s.Step.Operation is RawSql sql && StatementSplitter.Split(sql.Text, DatabaseKind.Postgres, insideBatches: true).Any(t => t.Tokens.Any(w => w.IsAny("setval", "RESTART")))));
}
