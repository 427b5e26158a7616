using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>Answers <c>Schema.*.Exists()</c> from the folded schema.</summary>
public static class Existence
{
    // FluentMigrator makes it before the first migration.
    private static readonly TableName VersionTable = TableName.Of("VersionInfo");

    /// <summary>Whether the object is there.</summary>
    public static bool Of(Schema schema, string subject, TableName table, string? name) => subject switch
    {
        "schema" => schema.Dialect.IsBuiltIn(table.Name) || schema.Schemas.Contains(table.Name, schema.Dialect.Names),
        "sequence" => schema.Sequences.Find(table) is not null,
        "table" => schema.Tables.Find(table) is not null || schema.Dialect.Same(table, VersionTable),
        _ => schema.Tables.Find(table) is { } found && name is not null && InTable(found, subject, name, schema.Dialect),
    };

    private static bool InTable(Table table, string subject, string name, Dialect dialect) => subject switch
    {
        "column" => table.FindColumn(name, dialect) is not null,
        "index" => table.FindIndex(name, dialect) is not null,
        "default" => table.FindColumn(name, dialect) is { Default: not null },
        _ => IsConstraint(table, name, dialect),
    };

    private static bool IsConstraint(Table table, string name, Dialect dialect) =>
        dialect.Names.Equals(table.PrimaryKey?.Name ?? "", name)
        || table.FindUnique(name, dialect) is not null
        || table.FindForeignKey(name, dialect) is not null
        || table.Checks.Any(c => dialect.Names.Equals(c.Name ?? "", name));
}
