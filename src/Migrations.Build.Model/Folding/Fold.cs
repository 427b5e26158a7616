using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>Folds operations into the schema that they leave. Never throws: what does not fit is a refusal, and the schema stays.</summary>
public static class Fold
{
    /// <summary>The schema after an operation; an opaque one touches what it or <paramref name="touches"/> declares, or else everything.</summary>
    public static Folded Apply(Schema before, Operation op, Items<string>? touches = null) => op switch
    {
        CreateSchema o => SchemaFolding.Create(before, o),
        DropSchema o => SchemaFolding.Drop(before, o),
        CreateTable o => TableFolding.Create(before, o),
        DropTable o => TableFolding.Drop(before, o),
        RenameTable o => TableFolding.Rename(before, o),
        MoveTable o => TableFolding.Move(before, o),
        DescribeTable o => TableFolding.Describe(before, o),
        AddColumn o => ColumnFolding.Add(before, o),
        AlterColumn o => ColumnFolding.Alter(before, o),
        RenameColumn o => ColumnFolding.Rename(before, o),
        DropColumn o => ColumnFolding.Drop(before, o),
        SetDefault o => ColumnFolding.SetDefault(before, o),
        DropDefault o => ColumnFolding.DropDefault(before, o),
        AddKey o => KeyFolding.Add(before, o),
        DropKey o => KeyFolding.Drop(before, o),
        AddForeignKey o => ForeignKeyFolding.Add(before, o),
        DropForeignKey o => ForeignKeyFolding.Drop(before, o),
        CreateIndex o => IndexFolding.Create(before, o),
        DropIndex o => IndexFolding.Drop(before, o),
        CreateSequence o => SequenceFolding.Create(before, o),
        DropSequence o => SequenceFolding.Drop(before, o),
        InsertRows o => DataFolding.Insert(before, o),
        UpdateRows o => DataFolding.Update(before, o),
        DeleteRows o => DataFolding.Delete(before, o),
        RawSql o => Folded.To(RawSqlFolding.Apply(before, o, touches ?? Items<string>.Empty)),
        Opaque { Touches.Count: > 0 } o => Folded.To(OpaqueFolding.Touch(before, o.Touches)),
        _ => Folded.To(OpaqueFolding.Touch(before, touches ?? Items<string>.Empty)),
    };

    /// <summary>Steps folded one after the other, with the schema before and after each.</summary>
    public static Trace Trace(Schema before, Items<Step> steps, Items<string> touches)
    {
        var traced = new List<TracedStep>(steps.Count);
        var schema = before;
        foreach (var step in steps)
        {
            var folded = Apply(schema, step.Operation, touches);
            traced.Add(new(step, schema, folded.After, folded.Refusal));
            schema = folded.After;
        }

        return new(before, traced.ToItems());
    }
}
