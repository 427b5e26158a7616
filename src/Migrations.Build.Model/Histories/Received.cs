using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Histories;

/// <summary>Steps as a database receives them from FluentMigrator, and not as the calls read.</summary>
public static class Received
{
    /// <summary>
    /// SQL text with plain line ends between its parts, and added columns that are no key where FluentMigrator makes none: its generators
    /// write the key of an added column for SQLite alone.
    /// </summary>
    public static Items<Step> On(DatabaseKind database, Items<Step> steps) =>
        steps.Any(s => Change(s.Operation, database) is not null) ? steps.Select(s => Change(s.Operation, database) is { } o ? s with { Operation = o } : s).ToItems() : steps;

    private static Operation? Change(Operation operation, DatabaseKind database) => operation switch
    {
        RawSql sql when sql.Text.IndexOf('\r') >= 0 => sql with { Text = LineEnds.Plain(sql.Text, database) },
        AddColumn { Column.PrimaryKey: true } o when !IsKey(o.Column, Dialect.Of(database)) => o with { Column = o.Column with { PrimaryKey = false, PrimaryKeyName = null } },
        _ => null,
    };

    private static bool IsKey(Column column, Dialect dialect) => dialect.Kind == DatabaseKind.Sqlite || (column.Identity && dialect.NumberedColumnsAreKeys);
}
