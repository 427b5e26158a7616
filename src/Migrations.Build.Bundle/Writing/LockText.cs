using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Says what an operation keeps others from doing while it runs, where that is known.</summary>
internal static class LockText
{
    // SQLite lets one connection write at a time.
    private const string Writers = "other writers of the whole database wait";

    /// <summary>What the operations of a migration block; empty when nothing that was there before.</summary>
    public static string Of(IEnumerable<Operation> operations, DatabaseKind database)
    {
        var made = new List<TableName>();
        var locks = new List<string>();
        foreach (var operation in operations)
        {
            if (operation is CreateTable created)
            {
                made.Add(created.Table);
            }
            // Nobody reads or writes a table yet that the migration itself makes.
            var isNew = Touched.Tables(operation, database) is { Count: > 0 } tables && tables.All(t => made.Exists(m => Dialect.Of(database).Same(m, t)));
            if (!isNew && Of(operation, database) is { } blocked && !locks.Contains(blocked))
            {
                locks.Add(blocked);
            }
        }
        return locks.Count == 0 && database == DatabaseKind.Sqlite && made.Count > 0 ? Writers : string.Join("; ", locks);
    }

    private static string? Of(Operation operation, DatabaseKind database) => database switch
    {
        DatabaseKind.Sqlite => Writers,
        _ => operation switch
        {
            CreateTable or CreateSchema or CreateSequence => null,
            CreateIndex o when o.Index.Features.Any(f => f.Key.Contains("Concurrently", StringComparison.Ordinal) || f.Key.Contains("Online", StringComparison.Ordinal)) => null,
            CreateIndex o => $"writers of '{o.Index.Table}' wait until the index is built",
            AddForeignKey o => $"writers of '{o.ForeignKey.Table}' and '{o.ForeignKey.Referenced}' wait while the rows are checked",
            InsertRows or UpdateRows or DeleteRows => "writers of the same rows wait",
            RawSql or CodeStep or Opaque => "not known",
            _ => Table(operation, database) is { } table ? $"readers and writers of '{table}' wait{Length(operation, database)}" : null,
        },
    };

    private static TableName? Table(Operation operation, DatabaseKind database) => Touched.Tables(operation, database) is { Count: > 0 } tables ? tables[0] : null;

    private static string Length(Operation operation, DatabaseKind database) => operation switch
    {
        AlterColumn => ", long where every row is rewritten",
        AddKey => ", while the index is built",
        AddColumn or DropColumn when database is DatabaseKind.MySql or DatabaseKind.MariaDb => ", long where the table is rebuilt",
        _ => ", shortly",
    };
}
