using Migrations.Build.Model;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Bundle.Parts;

/// <summary>The exact statements of a migration on one database.</summary>
public sealed record RenderedMigration(DatabaseKind Database, Items<Statement> Up, Items<Statement> Down)
{
    /// <summary>What each way keeps of the data that it destroys: Up first, in the order of the keep statements.</summary>
    public Items<KeptData> Keeps { get; init; } = Items<KeptData>.Empty;

    /// <summary>Whether Down brings back all that Up destroys; null where nothing is kept on this database, whatever is destroyed.</summary>
    public bool? KeepsAll { get; init; }

    /// <summary>Whether Down destroys something of what was written since Up, and the next Up does not bring it back.</summary>
    public bool DownLoses { get; init; }

    /// <summary>Whether Down could not be rendered, so that there is no way back.</summary>
    public bool HasNoDown { get; init; }
}
