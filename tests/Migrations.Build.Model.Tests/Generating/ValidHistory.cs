using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Tests.Generating;

/// <summary>Operations each of which fits the schema that the ones before it leave, on one engine.</summary>
public sealed record ValidHistory(DatabaseKind Database, Items<Operation> Operations)
{
    public static ValidHistory Of(Choices c)
    {
        var schema = Schema.Empty(c.From(Enum.GetValues<DatabaseKind>()));
        var operations = new List<Operation>();
        while (!c.AreUsedUp)
        {
            var operation = new ValidOperation(c, schema).Next();
            var folded = Fold.Apply(schema, operation);
            if (folded.Refusal is null)
            {
                operations.Add(operation);
                schema = folded.After;
            }
        }

        return new(schema.Database, operations.ToItems());
    }

    /// <summary>Each operation with the schema in front of it.</summary>
    public IEnumerable<(Schema Before, Operation Operation, Schema After)> Walk()
    {
        var before = Schema.Empty(Database);
        foreach (var operation in Operations)
        {
            var after = Fold.Apply(before, operation).After;
            yield return (before, operation, after);
            before = after;
        }
    }

    public override string ToString() => Database + ":\n  " + string.Join("\n  ", Operations);
}
