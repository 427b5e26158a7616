using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Databases;
using Migrations.Build.Runner.Progress;

namespace Migrations.Build.Runner;

/// <summary>Which database a verb works on, and how; the same for every verb.</summary>
public sealed record RunSettings(DatabaseKind Database, string ConnectionString)
{
    /// <summary>How long one statement may take; null for as long as it takes.</summary>
    public TimeSpan? CommandTimeout { get; init; }

    /// <summary>How long to wait for another runner, and for other programs that hold the database.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Who runs this, as the journal tells it.</summary>
    public string By { get; init; } = Environment.UserName + "@" + Environment.MachineName;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Is told what happens while it happens.</summary>
    public Action<RunEvent>? Progress { get; init; }

    /// <summary>Whether the database is made for this run and thrown away: the bundle need not be meant for its engine, and nothing waits for the disk.</summary>
    public bool Scratch { get; init; }

    /// <summary>The settings for working with a bundle: what it says of the database that it was rendered for is what counts.</summary>
    internal RunSettings For(MigrationBundle? bundle) => bundle is null ? this : this with
    {
        Database = bundle.RenderedFor(Database),
        Bundle = bundle,
        VersionTable = Scratch ? VersionTable.Default : bundle.Manifest.VersionTable ?? VersionTable.Default,
    };

    /// <summary>The bundle that is worked with: what other bundles applied to the same database is none of its business.</summary>
    internal MigrationBundle? Bundle { get; private init; }

    /// <summary>The table that lists what is applied; null where only the database can tell.</summary>
    internal VersionTable? VersionTable { get; private init; }

    /// <summary>The database's kind and nothing of the connection, which may hold a password.</summary>
    public override string ToString() => $"{nameof(RunSettings)} {{ {nameof(Database)} = {Database} }}";
}
