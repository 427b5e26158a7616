using Migrations.Build.Model.Comparing;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Inverting;

/// <summary>Finds what undoes an operation, given the schema before it. What is called whole was folded, and gave that schema again.</summary>
public static class Invert
{
    /// <summary>The inverse of an operation.</summary>
    public static Inverse Operation(Operation op, Schema before)
    {
        var folded = Fold.Apply(before, op);
        return folded.Refusal is null ? Proved(Of(op, before, folded.After), before, folded.After) : Inverse.Nothing("The operation does not fit the schema before it.");
    }

    private static Inverse Of(Operation op, Schema before, Schema after) => op switch
    {
        CreateSchema o => before.Schemas == after.Schemas ? Unknown : Inverse.Whole(new DropSchema(o.Name)),
        DropSchema o => before.Schemas == after.Schemas ? Unknown : Inverse.Whole(new CreateSchema(o.Name)),
        CreateTable o => TableInverting.Create(o, before),
        DropTable o => TableInverting.Drop(o, before),
        RenameTable o => TableInverting.Rename(o, before),
        MoveTable o => TableInverting.Move(o, before),
        DescribeTable o => TableInverting.Describe(o, before),
        AddColumn o => ColumnInverting.Add(o, before),
        AlterColumn o => ColumnInverting.Alter(o, before, after),
        RenameColumn o => ColumnInverting.Rename(o, before),
        DropColumn o => ColumnInverting.Drop(o, before, after),
        SetDefault o => ColumnInverting.Default(o.Table, o.Column, before),
        DropDefault o => ColumnInverting.Default(o.Table, o.Column, before),
        AddKey o => PartInverting.Of(o.Table, before, after),
        DropKey o => PartInverting.Of(o.Table, before, after),
        AddForeignKey o => PartInverting.Of(o.ForeignKey.Table, before, after),
        DropForeignKey o => PartInverting.Of(o.Table, before, after),
        CreateIndex o => PartInverting.Of(o.Index.Table, before, after),
        DropIndex o => PartInverting.Of(IndexFolding.Find(before, o)?.Owner.Name ?? o.Table, before, after),
        CreateSequence o => before.Sequences.Find(o.Sequence.Name) is null ? Inverse.Whole(new DropSequence(o.Sequence.Name)) : Unknown,
        DropSequence o => before.Sequences.Find(o.Name) is { } there
            ? Inverse.Structure("The sequence starts anew: how far it had come is lost.", new CreateSequence(there.Definition))
            : Unknown,
        InsertRows o => RowInverting.Insert(o, before),
        UpdateRows => Inverse.Structure("The values that it overwrites are not in the history."),
        DeleteRows => Inverse.Structure("The rows that it deletes are not in the history."),
        RawSql o => RawSqlInverting.Of(o, before),
        CodeStep => Inverse.Nothing("What the code does is not known."),
        _ => Inverse.Nothing("What it does is not known."),
    };

    internal static Inverse Unknown { get; } = Inverse.Nothing("What was there before it is not known, since something opaque ran earlier.");

    /// <summary>The inverse as it is when folding it gives the schema before again; told as partial when it does not.</summary>
    private static Inverse Proved(Inverse inverse, Schema before, Schema after)
    {
        if (inverse.Wholeness == Wholeness.None)
        {
            return inverse;
        }

        var schema = after;
        foreach (var operation in inverse.Operations)
        {
            var folded = Fold.Apply(schema, operation);
            if (folded.Refusal is { } refusal)
            {
                return inverse with { Wholeness = Wholeness.None, WhyNot = "The inverse does not fit: " + refusal.Subject + " '" + refusal.Name + "'." };
            }

            schema = folded.After;
        }

        var difference = Compare.Schemas(before, schema).FirstOrDefault(d => d.Kind != DifferenceKind.Reordered);
        return difference is null ? inverse
            : inverse with { Wholeness = Wholeness.None, WhyNot = "The " + difference.Subject + " '" + difference.Name + "' does not come back as it was." };
    }
}
