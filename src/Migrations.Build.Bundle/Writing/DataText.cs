using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Says what operations on rows, raw SQL and code do.</summary>
internal static class DataText
{
    public static string? Of(Operation operation) => operation switch
    {
        InsertRows o => $"Puts {OperationText.Count(o.Rows.Count, "row")} into the table {OperationText.Name(o.Table)}",
        UpdateRows { AllRows: true } o => $"Changes the {OperationText.Columns(o.Set.Select(c => c.Column))} in all rows of the table {OperationText.Name(o.Table)}",
        UpdateRows o => $"Changes the {OperationText.Columns(o.Set.Select(c => c.Column))} in some rows of the table {OperationText.Name(o.Table)}",
        DeleteRows { AllRows: true } o => $"Deletes all rows of the table {OperationText.Name(o.Table)}",
        DeleteRows o => $"Deletes some rows of the table {OperationText.Name(o.Table)}",
        RawSql o => "Runs SQL of its own" + On(o),
        CodeStep o => "Runs code of its own" + (o.Description is null ? "" : $": {o.Description}"),
        Opaque o => "Does something that could not be read: " + o.Why.TrimEnd('.'),
        _ => null,
    };

    // How SQL is read differs little between engines; SQLite's reading names the tables for people well enough.
    private static string On(RawSql sql) => OperationText.Tables(sql, DatabaseKind.Sqlite) is { Length: > 0 } tables ? " on the " + tables : "";
}
