using Migrations.Build.Model.Canonical;

namespace Migrations.Build.Model.Histories;

/// <summary>The migrations of a project: the versioned ones in the order of their versions, then profiles and maintenance by name.</summary>
public sealed record History(Items<Migration> Migrations)
{
    /// <summary>The classes that look like migrations and never run, as far as whoever read the project told them.</summary>
    [NotCanonical]
    public Items<PassedOver> PassedOver { get; init; } = Items<PassedOver>.Empty;

    /// <summary>The migrations that run once, in the order of their versions.</summary>
    public IEnumerable<Migration> Versioned => Migrations.Where(m => m.Kind == MigrationKind.Versioned);
}
