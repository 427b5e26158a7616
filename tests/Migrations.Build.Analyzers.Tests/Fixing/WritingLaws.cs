using Migrations.Build.CodeFixes.Writing;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Tests.Generating;

namespace Migrations.Build.Analyzers.Tests.Fixing;

/// <summary>What a fix writes as C# is read as the operation that it was written from.</summary>
public sealed class WritingLaws
{
    private const int Cases = 600;

    [Fact]
    public void An_operation_that_is_written_is_read_as_itself()
    {
        var written = 0;
        Law.Holds(
            ValidHistory.Of,
            made =>
            {
                var operations = made.Operations.Select(Sensible).Select(o => (Operation: o, Text: Text(o))).Where(o => o.Text is not null).ToArray();
                if (operations.Length == 0)
                {
                    return;
                }

                var source = Source.Of(string.Concat(operations.Select((o, i) => Source.Migration(i + 1, o.Text!))));
                var read = source.Read(Dialect.Of(made.Database).Id).Migrations;
                for (var i = 0; i < operations.Length; i++)
                {
                    var steps = read[i].Scripts[0].Up.Select(s => s.Operation).Where(o => o is not SetDefault || operations[i].Operation is not AlterColumn).ToArray();
                    Assert.True(steps.Length == 1 && steps[0] == operations[i].Operation, $"{operations[i].Operation}\nis written as\n{operations[i].Text}\nand read as\n{string.Join("\n", steps.AsEnumerable())}");
                    written++;
                }
            },
            Cases);
        Assert.InRange(written, 500, int.MaxValue);
    }

    // The generator names the key of a column that has none.
    private static Operation Sensible(Operation operation) => operation is AddColumn { Column.PrimaryKey: false } added ? added with { Column = added.Column with { PrimaryKeyName = null } } : operation;

    private static string? Text(Operation operation)
    {
        try
        {
            return string.Join("\n", OperationText.Of([operation]));
        }
        catch (UnwritableException)
        {
            return null;
        }
    }
}
