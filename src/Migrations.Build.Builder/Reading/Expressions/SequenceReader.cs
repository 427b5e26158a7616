using FluentMigrator.Expressions;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Reading.Expressions;

/// <summary>Reads sequences.</summary>
internal static class SequenceReader
{
    public static Operation Read(CreateSequenceExpression e)
    {
        var s = e.Sequence;
        return new CreateSequence(new Sequence(Names.Table(s.SchemaName, s.Name))
        {
            Increment = s.Increment,
            Minimum = s.MinValue,
            Maximum = s.MaxValue,
            Start = s.StartWith,
            Cache = s.Cache,
            Cycle = s.Cycle,
        });
    }

    public static Operation Read(DeleteSequenceExpression e) => new DropSequence(Names.Table(e.SchemaName, e.SequenceName));
}
