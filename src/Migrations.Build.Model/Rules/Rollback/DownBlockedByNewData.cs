using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>Down makes something strict again that Up had made lenient, and rows written in between may not fit.</summary>
public static class DownBlockedByNewData
{
    /// <summary>The rule: the kind of object, its name, and what rows may have by then.</summary>
    public static Rule Rule { get; } = new("MIG0115", nameof(DownBlockedByNewData))
    {
        Title = "Rows written since Up may block Down",
        Message = "Down makes {0} '{1}' as strict as it was, and rows written since Up may have {2}. "
            + "The rollback fails at the first such row, or cuts its value. "
            + "Correct such rows in Down before, or know that somebody has to.",
        Severity = Severity.Info,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) => pass.UpFits && pass.Migration.ForwardOnly is null && pass.Script.DownKind is DownKind.Written or DownKind.Reversed
        ? pass.Down.Steps.SelectMany(s => Change.Of(s, pass.Migration.Touches)).SelectMany(c => Tightened(pass, c)
            .Where(t => !Corrects(pass, c))
            .Select(t => pass.FindInDown(Rule.Id, c.Step, t.Subject, t.Name, t.Rows)))
        : [];

    private static IEnumerable<(string Subject, string Name, string Rows)> Tightened(Pass pass, Change change) => change.Operation switch
    {
        AlterColumn o when InUse(pass, o.Table) => Altered(pass, change, o.Table, o.Column),
        AddKey o when InUse(pass, o.Table) && IsBack(pass, o.Table, o.Key.Columns, t => HasKey(t, o.Key.Columns, pass)) => [("key", Words.Of(o.Table, o.Key.Name ?? string.Join(", ", o.Key.Columns)), "equal values in it")],
        CreateIndex { Index.Unique: true } o when InUse(pass, o.Index.Table) && IsBack(pass, o.Index.Table, Columns(o.Index), t => HasKey(t, Columns(o.Index), pass)) =>
            [("index", Words.Of(o.Index.Table, o.Index.Name), "equal values in it")],
        AddForeignKey o when InUse(pass, o.ForeignKey.Table) && IsBack(pass, o.ForeignKey.Table, o.ForeignKey.Columns, t => HasReference(t, o.ForeignKey, pass)) =>
            [("foreign key", Words.Of(o.ForeignKey.Table, o.ForeignKey.Name), "values that refer to nothing")],
        _ => [],
    };

    private static IEnumerable<(string Subject, string Name, string Rows)> Altered(Pass pass, Change change, TableName table, Column said)
    {
        var (was, up, now) = (Find(pass.Before, table, said.Name), Find(pass.Up.After, table, said.Name), Find(change.After, table, said.Name));
        if (was is null || up is null || now is null)
        {
            yield break;
        }

        var name = Words.Of(table, was.Name);
        if (was.Nullable == false && up.Nullable == true && now.Nullable == false)
        {
            yield return ("column", name, "null in it");
        }

        if (was.Type != up.Type && was.Type == now.Type && Narrowing.Loss(up.Type, now.Type, pass.Dialect) is not null)
        {
            yield return ("column", name, "values that no longer fit");
        }
    }

    private static Column? Find(Schema schema, TableName table, string column) => schema.Tables.Find(table)?.FindColumn(column, schema.Dialect);

    // What applications may have written to: a table that both was there before and is there after Up.
    private static bool InUse(Pass pass, TableName table) => pass.Before.Tables.Find(table) is { } before && (before.Filled || !pass.New.IsNew(table)) && pass.Up.After.Tables.Find(table) is not null;

    // Columns that Up drops as well get no values in between.
    private static bool IsBack(Pass pass, TableName table, Items<string> columns, Func<Table, bool> has) =>
        has(pass.Before.Tables.Find(table)!) && pass.Up.After.Tables.Find(table) is { } left && !has(left) && columns.All(c => left.FindColumn(c, pass.Dialect) is not null);

    private static Items<string> Columns(TableIndex index) => index.Columns.Select(c => c.Name).ToItems();

    private static bool HasKey(Table table, Items<string> columns, Pass pass) => table.Uniques.Append(table.PrimaryKey).OfType<Key>().Any(k => pass.Dialect.SameColumns(k.Columns, columns))
        || table.Indexes.Any(i => i.Unique && pass.Dialect.SameColumns(Columns(i), columns));

    private static bool HasReference(Table table, ForeignKey key, Pass pass) =>
        table.ForeignKeys.Any(k => pass.Dialect.Same(k.Referenced, key.Referenced) && pass.Dialect.SameColumns(k.Columns, key.Columns));

    // A step of Down before it that writes the table may have made the rows fit.
    private static bool Corrects(Pass pass, Change change) => pass.Down.Steps.TakeWhile(s => !ReferenceEquals(s, change.Step)).Any(s =>
        s.Step.Operation is UpdateRows or DeleteRows or RawSql or CodeStep or Opaque
        && (OpaqueReach.OfRows(s, pass.Migration.Touches).Everything
            || Touched.Tables(s.Step.Operation, pass.Target.Kind).Any(t => Touched.Tables(change.Operation, pass.Target.Kind).Any(o => pass.Dialect.Same(o, t)))));
}
