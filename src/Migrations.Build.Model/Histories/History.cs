namespace Migrations.Build.Model.Histories;

/// <summary>The migrations of a project: the versioned ones in the order of their versions, then profiles and maintenance by name.</summary>
public sealed record History(Items<Migration> Migrations)
{
    /// <summary>The migrations that run once, in the order of their versions.</summary>
    public IEnumerable<Migration> Versioned => Migrations.Where(m => m.Kind == MigrationKind.Versioned);
}
