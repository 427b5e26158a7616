using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>Folds the operations on sequences.</summary>
internal static class SequenceFolding
{
    public static Folded Create(Schema before, CreateSequence operation)
    {
        var name = before.Dialect.Resolve(operation.Sequence.Name);
        if (before.Sequences.Find(name) is not null && !before.Touched)
        {
            return new(before, Refused.Exists("sequence", name.ToString()));
        }

        var after = before with { Sequences = before.Sequences.With(new SequenceObject(operation.Sequence with { Name = name })) };
        return new(after, Known.MissingSchema(before, name.Schema));
    }

    public static Folded Drop(Schema before, DropSequence operation)
    {
        var name = before.Dialect.Resolve(operation.Name);
        return before.Sequences.Find(name) is null && !before.Touched
            ? new(before, Refused.Unknown("sequence", name.ToString(), before.Sequences.Select(s => s.Name.ToString())))
            : Folded.To(before with { Sequences = before.Sequences.Without(name) });
    }
}
