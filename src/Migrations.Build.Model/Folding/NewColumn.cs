using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Folding;

/// <summary>Columns as the folded schema keeps them.</summary>
internal static class NewColumn
{
    /// <summary>A created column: NOT NULL unless the migration says otherwise, and its key told by the table.</summary>
    public static Column Created(Column column) => Plain(column) with { Nullable = column.Nullable ?? false };

    /// <summary>A default of null is no default: every engine treats the two alike.</summary>
    public static Value? Default(Value? value) => value is { Kind: ValueKind.Null } ? null : value;

    /// <summary>The key that created columns ask for.</summary>
    public static Key? PrimaryKey(IEnumerable<Column> columns)
    {
        var keys = columns.Where(c => c.PrimaryKey).ToItems();
        var name = keys.Select(c => c.PrimaryKeyName).FirstOrDefault(n => n is not null);
        return keys.Count == 0 ? null : new Key(name, keys.Select(c => c.Name).ToItems());
    }

    public static Column Plain(Column column) =>
        column with { PrimaryKey = false, PrimaryKeyName = null, Default = Default(column.Default), ExistingRows = null };
}
