using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Says what an operation keeps others from doing while it runs, where that is known.</summary>
internal static class LockText
{
    /// <summary>What is blocked; null when nothing that was there before is.</summary>
    public static string? Of(Operation operation, DatabaseKind database) => database switch
    {
        DatabaseKind.Sqlite => operation is CodeStep ? null : "other writers of the whole database wait",
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
