using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Says what operations on keys, foreign keys and indexes do.</summary>
internal static class ConstraintText
{
    public static string? Of(Operation operation) => operation switch
    {
        AddKey { Kind: KeyKind.Primary } o => $"Makes the {OperationText.Columns(o.Key.Columns)} the key of the table {OperationText.Name(o.Table)}",
        AddKey o => $"Lets no two rows of the table {OperationText.Name(o.Table)} have the same {FindingText.List([.. o.Key.Columns.Select(c => $"'{c}'")])}",
        DropKey { Kind: KeyKind.Primary } o => $"Takes the key of the table {OperationText.Name(o.Table)} away",
        DropKey o => $"Lets rows of the table {OperationText.Name(o.Table)} have the same values again{Called(o.Name)}",
        AddForeignKey o => $"Ties the {OperationText.Columns(o.ForeignKey.Columns)} of the table {OperationText.Name(o.ForeignKey.Table)} to the table {OperationText.Name(o.ForeignKey.Referenced)}",
        DropForeignKey o => $"Unties the table {OperationText.Name(o.Table)} from another{Called(o.Name)}",
        CreateIndex { Index.Unique: true } o => $"Lets no two rows of the table {OperationText.Name(o.Index.Table)} have the same {Indexed(o.Index)}, and makes looking them up faster",
        CreateIndex o => $"Makes looking up the table {OperationText.Name(o.Index.Table)} by {Indexed(o.Index)} faster",
        DropIndex o => $"Removes the index '{o.Name}' of the table {OperationText.Name(o.Table)}",
        _ => null,
    };

    public static string? Detail(Operation operation) => operation switch
    {
        AddKey { Key.Name: { } name } => $"constraint {name}",
        AddForeignKey o => $"foreign key {o.ForeignKey.Name}{Action(", on delete ", o.ForeignKey.OnDelete)}{Action(", on update ", o.ForeignKey.OnUpdate)}",
        CreateIndex o => $"{(o.Index.Unique ? "unique index" : "index")} {o.Index.Name}",
        _ => null,
    };

    private static string Called(string? name) => string.IsNullOrEmpty(name) ? "" : $" ('{name}')";

    private static string Indexed(TableIndex index) => FindingText.List([.. index.Columns.Select(c => $"'{c.Name}'")]);

    private static string Action(string when, ForeignKeyAction action) => action switch
    {
        ForeignKeyAction.Cascade => when + "cascade",
        ForeignKeyAction.SetNull => when + "set null",
        ForeignKeyAction.SetDefault => when + "set default",
        _ => "",
    };
}
