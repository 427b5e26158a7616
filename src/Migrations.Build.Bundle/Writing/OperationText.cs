using System.Globalization;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Says in a sentence what an operation does, for people who do not read SQL. No row values: migrations seed secrets.</summary>
public static class OperationText
{
    /// <summary>The sentence, without its full stop.</summary>
    public static string Of(Operation operation) => operation switch
    {
        CreateTable o => $"Creates the table {Name(o.Table)} with the {Columns(o.Columns.Select(c => c.Name))}",
        DropTable o => $"Removes the table {Name(o.Table)} with all its rows",
        RenameTable o => $"Renames the table {Name(o.Table)} to '{o.NewName}'",
        MoveTable o => $"Moves the table {Name(o.Table)} to the schema '{o.ToSchema}'",
        DescribeTable o => $"Describes the table {Name(o.Table)}",
        AddColumn o => $"Adds a column '{o.Column.Name}' to the table {Name(o.Table)}",
        AlterColumn o => $"Changes the column '{o.Column.Name}' of the table {Name(o.Table)}",
        DropColumn o => $"Removes the column '{o.Column}' of the table {Name(o.Table)} with all its values",
        RenameColumn o => $"Renames the column '{o.Column}' of the table {Name(o.Table)} to '{o.NewName}'",
        SetDefault o => $"Gives new rows of the table {Name(o.Table)} another usual value in the column '{o.Column}'",
        DropDefault o => $"Takes the usual value of the column '{o.Column}' of the table {Name(o.Table)} away",
        CreateSchema o => $"Creates the schema '{o.Name}'",
        DropSchema o => $"Removes the schema '{o.Name}'",
        CreateSequence o => $"Creates the number sequence {Name(o.Sequence.Name)}",
        DropSequence o => $"Removes the number sequence {Name(o.Name)}",
        _ => ConstraintText.Of(operation) ?? DataText.Of(operation) ?? "Does something that could not be read",
    };

    /// <summary>What a reviewer wants to know beyond the sentence, such as the column's type; null when there is nothing.</summary>
    public static string? Detail(Operation operation) => operation switch
    {
        CreateTable o => string.Join("; ", o.Columns.Select(c => $"{c.Name}: {ColumnText.Of(c)}")),
        AddColumn o => ColumnText.Of(o.Column),
        AlterColumn o => ColumnText.Of(o.Column),
        SetDefault o => "default " + ColumnText.Value(o.Default),
        CodeStep o => $"{o.Type}::{o.Method} in {o.Assembly}",
        RawSql o => o.Origin,
        _ => ConstraintText.Detail(operation),
    };

    internal static string Name(TableName table) => $"'{table}'";

    internal static string Columns(IEnumerable<string> names)
    {
        var quoted = names.Select(n => $"'{n}'").ToList();
        return (quoted.Count == 1 ? "column " : "columns ") + FindingText.List(quoted);
    }

    internal static string Count(int count, string one) => count == 1 ? "one " + one : count.ToString(CultureInfo.InvariantCulture) + " " + one + "s";

    internal static string Tables(Operation operation, DatabaseKind database) =>
        Touched.Tables(operation, database) is { Count: > 0 } tables
            ? (tables.Count == 1 ? "table " : "tables ") + FindingText.List(tables.Select(Name).ToItems())
            : "";
}
