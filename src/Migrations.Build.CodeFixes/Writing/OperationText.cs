using System.Globalization;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.CodeFixes.Writing;

/// <summary>Writes operations as the statements of FluentMigrator that make them.</summary>
internal static class OperationText
{
    /// <summary>The statements, one for each operation; a default that its column's statement sets already needs none of its own.</summary>
    /// <exception cref="UnwritableException">No call makes one of them.</exception>
    public static IEnumerable<string> Of(IReadOnlyList<Operation> operations)
    {
        for (var i = 0; i < operations.Count; i++)
        {
            if (operations[i] is SetDefault set && i > 0 && operations[i - 1] is AlterColumn altered && altered.Table == set.Table && altered.Column.Name == set.Column && altered.Column.Default == set.Default)
            {
                continue;
            }

            yield return Of(operations[i]) + ";";
        }
    }

    private static string Of(Operation operation) => operation switch
    {
        CreateTable { IfNotExists: false } o => $"Create.Table({Text(o.Table)}){Described(o.Description)}{InSchema(o.Table)}{string.Concat(o.Columns.Select(c => $"\n    .WithColumn({Literal.Of(c.Name)}){ColumnText.Of(c, o.Table)}"))}",
        DropTable o => $"Delete.Table({Text(o.Table)}){(o.IfExists ? ".IfExists()" : "")}{InSchema(o.Table)}",
        RenameTable o => $"Rename.Table({Text(o.Table)}){InSchema(o.Table)}.To({Literal.Of(o.NewName)})",
        MoveTable o => $"Alter.Table({Text(o.Table)}){InSchema(o.Table)}.ToSchema({Literal.Of(o.ToSchema)})",
        DescribeTable { Description: { } description } o => $"Alter.Table({Text(o.Table)}){Described(description)}{InSchema(o.Table)}",
        AddColumn o => $"Alter.Table({Text(o.Table)}){InSchema(o.Table)}.AddColumn({Literal.Of(o.Column.Name)}){ColumnText.Of(o.Column, o.Table)}",
        AlterColumn o => $"Alter.Column({Literal.Of(o.Column.Name)}).OnTable({Text(o.Table)}){InSchema(o.Table)}{ColumnText.Of(o.Column, o.Table)}",
        RenameColumn o => $"Rename.Column({Literal.Of(o.Column)}).OnTable({Text(o.Table)}){InSchema(o.Table)}.To({Literal.Of(o.NewName)})",
        DropColumn o => $"Delete.Column({Literal.Of(o.Column)}).FromTable({Text(o.Table)}){InSchema(o.Table)}",
        DropDefault o => $"Delete.DefaultConstraint().OnTable({Text(o.Table)}){InSchema(o.Table)}.OnColumn({Literal.Of(o.Column)})",
        AddKey { Key.Features.Count: 0 } o => $"Create.{KeyOf(o.Kind)}({Name(o.Key.Name)}).OnTable({Text(o.Table)}){WithSchema(o.Table)}.Columns({Literal.Of(o.Key.Columns)})",
        DropKey { Name: { } name, Features.Count: 0 } o => $"Delete.{KeyOf(o.Kind)}({Literal.Of(name)}).FromTable({Text(o.Table)}){InSchema(o.Table)}",
        AddForeignKey o => ForeignKey(o.ForeignKey),
        DropForeignKey o => $"Delete.ForeignKey({Literal.Of(o.Name)}).OnTable({Text(o.Table)}){InSchema(o.Table)}",
        CreateIndex { Index.Features.Count: 0 } o => Index(o.Index),
        DropIndex { Features.Count: 0 } o => $"Delete.Index({Literal.Of(o.Name)}).OnTable({Text(o.Table)}){InSchema(o.Table)}",
        CreateSchema { Features.Count: 0 } o => $"Create.Schema({Literal.Of(o.Name)})",
        DropSchema o => $"Delete.Schema({Literal.Of(o.Name)})",
        CreateSequence o => Sequence(o.Sequence),
        DropSequence o => $"Delete.Sequence({Text(o.Name)}){InSchema(o.Name)}",
        InsertRows { Features.Count: 0 } o => $"Insert.IntoTable({Text(o.Table)}){InSchema(o.Table)}{string.Concat(o.Rows.Select(r => $"\n    .Row({Literal.Of(r.Cells)})"))}",
        DeleteRows { AllRows: true } o => $"Delete.FromTable({Text(o.Table)}){InSchema(o.Table)}.AllRows()",
        DeleteRows o => $"Delete.FromTable({Text(o.Table)}){InSchema(o.Table)}{string.Concat(o.Where.Select(r => $"\n    .Row({Literal.Of(r.Cells)})"))}",
        UpdateRows o => $"Update.Table({Text(o.Table)}){InSchema(o.Table)}.Set({Literal.Of(o.Set)}){(o.AllRows ? ".AllRows()" : $".Where({Literal.Of(o.Where)})")}",
        RawSql { Source: SqlSource.Statement } o => $"Execute.Sql({Literal.Of(o.Text)})",
        _ => throw new UnwritableException($"'{operation.GetType().Name}'"),
    };

    private static string ForeignKey(ForeignKey key) =>
        $"Create.ForeignKey({Name(key.Name)}).FromTable({Text(key.Table)}){InSchema(key.Table)}.ForeignColumns({Literal.Of(key.Columns)})"
        + $".ToTable({Text(key.Referenced)}){InSchema(key.Referenced)}.PrimaryColumns({Literal.Of(key.ReferencedColumns)})"
        + (key.OnDelete == ForeignKeyAction.None ? "" : $".OnDelete(System.Data.Rule.{key.OnDelete})")
        + (key.OnUpdate == ForeignKeyAction.None ? "" : $".OnUpdate(System.Data.Rule.{key.OnUpdate})");

    private static string Index(TableIndex index) => index.Columns.Any(c => c.Features.Count > 0) ? throw new UnwritableException("options of one database")
        : $"Create.Index({Literal.Of(index.Name)}).OnTable({Text(index.Table)}){InSchema(index.Table)}"
        + string.Concat(index.Columns.Select(c => $".OnColumn({Literal.Of(c.Name)}).{(c.Descending ? "Descending" : "Ascending")}()"))
        + (index.Unique ? ".WithOptions().Unique()" : "")
        + (index.Clustered ? ".WithOptions().Clustered()" : "");

    private static string Sequence(Sequence sequence)
    {
        static string Said(string method, long? number) => number is { } value ? $".{method}({value.ToString(CultureInfo.InvariantCulture)})" : "";
        return $"Create.Sequence({Text(sequence.Name)}){InSchema(sequence.Name)}{Said("IncrementBy", sequence.Increment)}{Said("MinValue", sequence.Minimum)}{Said("MaxValue", sequence.Maximum)}"
            + $"{Said("StartWith", sequence.Start)}{Said("Cache", sequence.Cache)}{(sequence.Cycle ? ".Cycle()" : "")}";
    }

    private static string KeyOf(KeyKind kind) => kind == KeyKind.Primary ? "PrimaryKey" : "UniqueConstraint";

    private static string Name(string? name) => string.IsNullOrEmpty(name) ? "" : Literal.Of(name!);

    private static string Text(TableName table) => Literal.Of(table.Name);

    private static string Described(string? description) => description is null ? "" : description.Length == 0 ? throw new UnwritableException("an empty description") : $".WithDescription({Literal.Of(description)})";

    private static string InSchema(TableName table) => table.Schema is { } schema ? $".InSchema({Literal.Of(schema)})" : "";

    private static string WithSchema(TableName table) => table.Schema is { } schema ? $".WithSchema({Literal.Of(schema)})" : "";
}
