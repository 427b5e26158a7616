namespace Migrations.Build.Model.Releases;

/// <summary>What the releases file <c>migrations.lock.json</c> says: every migration that shipped, in the order of their versions.</summary>
public sealed record ReleasesFile
{
    private readonly Dictionary<long, ReleasedMigration> _byVersion;

    /// <summary>The file with the given migrations in it.</summary>
    public ReleasesFile(IEnumerable<ReleasedMigration> migrations)
    {
        Migrations = migrations.OrderBy(m => m.Version).ToItems();
        _byVersion = Migrations.ToDictionary(m => m.Version);
    }

    /// <summary>The name that the file has beside a project.</summary>
    public static string FileName => "migrations.lock.json";

    /// <summary>The file in which nothing was released.</summary>
    public static ReleasesFile Empty { get; } = new([]);

    /// <summary>The released migrations in the order of their versions.</summary>
    public Items<ReleasedMigration> Migrations { get; }

    /// <summary>The released migration of a version; null when that was not released.</summary>
    public ReleasedMigration? Find(long version) => _byVersion.TryGetValue(version, out var found) ? found : null;

    /// <summary>The file with migrations that ship now; what shipped before stays as it was.</summary>
    public ReleasesFile With(IEnumerable<ReleasedMigration> migrations) => new(Migrations.Concat(migrations.Where(m => Find(m.Version) is null)));

    /// <summary>The file with what is known now to be wrong with migrations that shipped before.</summary>
    public ReleasesFile Knowing(Func<ReleasedMigration, Items<KnownProblem>> problems) => new(Migrations.Select(m => m with { Problems = problems(m) }));

    /// <inheritdoc/>
    public bool Equals(ReleasesFile? other) => other is not null && Migrations.Equals(other.Migrations);

    /// <inheritdoc/>
    public override int GetHashCode() => Migrations.GetHashCode();
}
