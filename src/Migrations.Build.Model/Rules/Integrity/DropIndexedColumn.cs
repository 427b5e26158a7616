using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Integrity;

/// <summary>A column is dropped while an index, a key, a check or a computed column still uses it.</summary>
public static class DropIndexedColumn
{
    private const string Refused = "the server refuses to drop it";
    private const string Goes = "that goes with it, without a line that says so";
    private const string Shrinks = "that shrinks to its other columns, without a line that says so";

    /// <summary>The rule: the column, what uses it, its name, and what happens.</summary>
    public static Rule Rule { get; } = new("MIG0707", nameof(DropIndexedColumn))
    {
        Title = "A column is dropped while something still uses it",
        Message = "Column '{0}' is dropped while {1} '{2}' uses it, and {3}. "
            + "The migration fails at this step, or what other columns relied on is gone. "
            + "Drop what uses the column first, and make it anew over the columns that stay where it is still wanted.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from dropped in pass.UpChanges<DropColumn>()
        let table = dropped.Change.Before.Tables.Find(dropped.Operation.Table)
        where table?.FindColumn(dropped.Operation.Column, pass.Dialect) is not null
        let column = dropped.Operation.Column
        from use in Uses(table, column, pass)
        let effect = Effect(use, pass.Target.Kind, dropped.Change.Step.Step.Operation is RawSql)
        where effect is not null && (effect == Refused || !IsMadeAnew(pass, table.Name, use))
        select pass.Find(Rule.Id, dropped.Change.Step, Words.Of(table.Name, column), use.Subject, Words.Of(table.Name, use.Name), effect) with
        {
            Severity = table.Touched ? Severity.Info : effect == Refused ? null : Severity.Warning,
        };

    // What is over this column alone goes with it as everybody expects; where the server refuses, that does not help.
    private static string? Effect(Use use, DatabaseKind database, bool text) => database switch
    {
        DatabaseKind.SqlServer => Refused,
        DatabaseKind.Sqlite when text => Refused,
        DatabaseKind.Postgres or DatabaseKind.MySql or DatabaseKind.MariaDb when use.Subject == "computed column" => Refused,
        DatabaseKind.MySql or DatabaseKind.MariaDb when use.Subject == "foreign key" => Refused,
        _ when use.IsAlone || use.Subject is "computed column" => null,
        DatabaseKind.MySql or DatabaseKind.MariaDb when use.Subject != "check" => Shrinks,
        _ => Goes,
    };

    private static IEnumerable<Use> Uses(Table table, string column, Pass pass)
    {
        bool Has(IEnumerable<string> columns) => columns.Contains(column, pass.Dialect.Names);
        bool Mentions(string expression) => ColumnFolding.Mentions(expression, column, pass.Dialect);
        var keys = table.PrimaryKey is { } primary ? [("primary key", primary), .. table.Uniques.Select(u => ("unique constraint", u))] : table.Uniques.Select(u => ("unique constraint", u));
        return table.Indexes.Where(i => i.Uses(column, pass.Dialect)).Select(i => new Use("index", i.Name, i.Columns.Count == 1))
            .Concat(keys.Where(k => Has(k.Item2.Columns) && !ReferencedKeyDropped.IsReferenced(pass, table, k.Item2.Columns))
                .Select(k => new Use(k.Item1, k.Item2.Name ?? string.Join(", ", k.Item2.Columns), k.Item2.Columns.Count == 1)))
            .Concat(table.ForeignKeys.Where(f => Has(f.Columns)).Select(f => new Use("foreign key", f.Name.Length > 0 ? f.Name : string.Join(", ", f.Columns), f.Columns.Count == 1)))
            .Concat(table.Checks.Where(c => Mentions(c.Expression)).Select(c => new Use("check", c.Name ?? c.Expression, !IsOverOthers(c, table, column, pass.Dialect))))
            .Concat(table.Columns.Where(c => c.Computed is { } computed && !pass.Dialect.Names.Equals(c.Name, column) && Mentions(computed.Expression)).Select(c => new Use("computed column", c.Name, false)));
    }

    private static bool IsOverOthers(Check check, Table table, string column, Dialect dialect) =>
        table.Columns.Any(c => !dialect.Names.Equals(c.Name, column) && ColumnFolding.Mentions(check.Expression, c.Name, dialect));

    private static bool IsMadeAnew(Pass pass, TableName table, Use use) => pass.UpChanges<Operation>().Any(c => c.Operation switch
    {
        CreateIndex o => pass.Dialect.Same(o.Index.Table, table) && pass.Dialect.Names.Equals(o.Index.Name, use.Name),
        AddKey o => pass.Dialect.Same(o.Table, table) && (o.Kind == KeyKind.Primary ? use.Subject == "primary key" : pass.Dialect.Names.Equals(o.Key.Name ?? "", use.Name)),
        _ => false,
    });

    private sealed record Use(string Subject, string Name, bool IsAlone);
}
