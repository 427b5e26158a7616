using Migrations.Build.Model.Databases;

namespace Migrations.Build.Model.Schemas;

/// <summary>Everything that a history makes in one database, as far as it is known.</summary>
public sealed record Schema
{
    private Schema(DatabaseKind database)
    {
        Database = database;
        var dialect = Dialect.Of(database);
        Tables = Catalog<Table>.Empty(dialect);
        Views = Catalog<View>.Empty(dialect);
        Triggers = Catalog<Trigger>.Empty(dialect);
        Sequences = Catalog<SequenceObject>.Empty(dialect);
    }

    /// <summary>The engine.</summary>
    public DatabaseKind Database { get; private init; }

    /// <summary>The facts about the engine.</summary>
    public Dialect Dialect => Dialect.Of(Database);

    /// <summary>The schemas that the history created.</summary>
    public Items<string> Schemas { get; init; } = Items<string>.Empty;

    /// <summary>The tables.</summary>
    public Catalog<Table> Tables { get; init; }

    /// <summary>The views.</summary>
    public Catalog<View> Views { get; init; }

    /// <summary>The triggers.</summary>
    public Catalog<Trigger> Triggers { get; init; }

    /// <summary>The sequences.</summary>
    public Catalog<SequenceObject> Sequences { get; init; }

    /// <summary>Whether something opaque may have changed anything, so that an unknown object may still exist.</summary>
    public bool Touched { get; init; }

    /// <summary>The schema of a database in which no migration ran.</summary>
    public static Schema Empty(DatabaseKind database) => new(database);
}
