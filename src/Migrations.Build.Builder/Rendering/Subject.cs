using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering;

/// <summary>An operation as the subject of a sentence, with its names in quotes.</summary>
internal static class Subject
{
    public static string Of(Operation operation) => operation switch
    {
        CreateSchema o => $"The new schema '{o.Name}'",
        DropSchema o => $"The dropping of schema '{o.Name}'",
        MoveTable o => $"The move of table '{o.Table}' to schema '{o.ToSchema}'",
        CreateTable o => $"The new table '{o.Table}'",
        DescribeTable o => $"The description of table '{o.Table}'",
        DropTable o => $"The dropping of table '{o.Table}'",
        RenameTable o => $"The renaming of table '{o.Table}'",
        AddColumn o => $"The new column '{o.Table}.{o.Column.Name}'",
        AlterColumn o => $"The change of column '{o.Table}.{o.Column.Name}'",
        DropColumn o => $"The dropping of column '{o.Table}.{o.Column}'",
        RenameColumn o => $"The renaming of column '{o.Table}.{o.Column}'",
        SetDefault o => $"The default of column '{o.Table}.{o.Column}'",
        DropDefault o => $"The dropping of the default of column '{o.Table}.{o.Column}'",
        AddKey o => $"The new {Kind(o.Kind)} '{o.Key.Name}' of table '{o.Table}'",
        DropKey o => $"The dropping of the {Kind(o.Kind)} '{o.Name}' of table '{o.Table}'",
        AddForeignKey o => $"The new foreign key '{o.ForeignKey.Name}' of table '{o.ForeignKey.Table}'",
        DropForeignKey o => $"The dropping of foreign key '{o.Name}' of table '{o.Table}'",
        CreateIndex o => $"The new index '{o.Index.Name}' of table '{o.Index.Table}'",
        DropIndex o => $"The dropping of index '{o.Name}' of table '{o.Table}'",
        CreateSequence o => $"The new sequence '{o.Sequence.Name}'",
        DropSequence o => $"The dropping of sequence '{o.Name}'",
        InsertRows o => $"The rows for table '{o.Table}'",
        UpdateRows o => $"The update of table '{o.Table}'",
        DeleteRows o => $"The deletion from table '{o.Table}'",
        _ => "A step",
    };

    private static string Kind(KeyKind kind) => kind == KeyKind.Primary ? "primary key" : "unique constraint";
}
