using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Runner.Databases;

/// <summary>Reads the schema of a database as it is.</summary>
public static class LiveSchema
{
    /// <summary>The live schema without the tables of the history; null where there is no database, or none of an engine that can be read.</summary>
    /// <exception cref="InvalidOperationException">The database cannot be read.</exception>
    public static async Task<Schema?> ReadAsync(RunSettings settings, CancellationToken cancel)
    {
        try
        {
            var session = Engine.Find(settings) is { } database ? await database.OpenAsync(Access.Read, cancel).ConfigureAwait(false) : null;
            await using var open = (session ?? (IAsyncDisposable)new Nothing()).ConfigureAwait(false);
            return session is null ? null : await session.SchemaAsync(cancel).ConfigureAwait(false);
        }
        catch (DatabaseException e)
        {
            throw new InvalidOperationException(e.Message, e);
        }
    }
}
