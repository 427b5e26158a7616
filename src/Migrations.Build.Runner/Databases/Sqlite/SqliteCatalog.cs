using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>Reads the live schema.</summary>
internal static class SqliteCatalog
{
    /// <summary>Reads it.</summary>
    public static Task<Schema> ReadAsync(SqliteSession session, CancellationToken cancel) => Task.FromResult(Schema.Empty(DatabaseKind.Sqlite));
}
