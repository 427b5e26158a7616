using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Runner.Databases;

/// <summary>A database that verbs work on; everything that differs between engines is behind this and <see cref="ISession"/>.</summary>
internal interface IDatabase
{
    /// <summary>The database's name for a person, without user or password.</summary>
    string Name { get; }

    /// <summary>Takes the lock that keeps other runners out, without waiting; null when another holds it. It is taken before anything is read or made.</summary>
    Task<IAsyncDisposable?> TryLockAsync(CancellationToken cancel);

    /// <summary>Whether a runner holds the lock now; nothing is made to find that out.</summary>
    Task<bool> IsLockedAsync(CancellationToken cancel);

    /// <summary>Opens the database; null when it does not exist and is not to be made.</summary>
    Task<ISession?> OpenAsync(Access access, CancellationToken cancel);

    /// <summary>The schema that statements make in an empty database.</summary>
    Task<Schema> MakeSchemaAsync(IEnumerable<string> statements, CancellationToken cancel);
}
