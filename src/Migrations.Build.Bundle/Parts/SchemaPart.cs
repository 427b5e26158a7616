using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Bundle.Parts;

/// <summary>A folded schema as <c>schema.json</c> holds it.</summary>
internal sealed record SchemaPart(DatabaseKind Database)
{
    public Items<string> Schemas { get; init; } = Items<string>.Empty;

    public Items<Table> Tables { get; init; } = Items<Table>.Empty;

    public Items<View> Views { get; init; } = Items<View>.Empty;

    public Items<Trigger> Triggers { get; init; } = Items<Trigger>.Empty;

    public Items<SequenceObject> Sequences { get; init; } = Items<SequenceObject>.Empty;

    public bool Touched { get; init; }

    public static SchemaPart Of(Schema schema) => new(schema.Database)
    {
        Schemas = schema.Schemas,
        Tables = schema.Tables.ToItems(),
        Views = schema.Views.ToItems(),
        Triggers = schema.Triggers.ToItems(),
        Sequences = schema.Sequences.ToItems(),
        Touched = schema.Touched,
    };

    public Schema ToSchema()
    {
        var empty = Schema.Empty(Database);
        return empty with
        {
            Schemas = Schemas,
            Tables = Tables.Aggregate(empty.Tables, (catalog, table) => catalog.With(table)),
            Views = Views.Aggregate(empty.Views, (catalog, view) => catalog.With(view)),
            Triggers = Triggers.Aggregate(empty.Triggers, (catalog, trigger) => catalog.With(trigger)),
            Sequences = Sequences.Aggregate(empty.Sequences, (catalog, sequence) => catalog.With(sequence)),
            Touched = Touched,
        };
    }
}
