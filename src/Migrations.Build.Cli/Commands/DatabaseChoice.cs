using System.Data.Common;
using Microsoft.Data.Sqlite;
using Migrations.Build.Bundle;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Cli.Commands;

/// <summary>Finds the engine: the one that was said, the bundle's only one, or the one whose connection string this is.</summary>
internal static class DatabaseChoice
{
    public static DatabaseKind Of(DatabaseKind? said, MigrationBundle? bundle, string connection)
    {
        var kind = said ?? Guess(bundle, connection) ?? throw new UsageException(
            $"The connection string could be of several databases. Nothing was done. Say which with --database: {FindingText.List(Choices(bundle))}.");
        return kind != DatabaseKind.Sqlite || IsSqlite(connection) ? kind : throw new UsageException(
            "The connection string is none of a SQLite database. Nothing was done. Give one such as \"Data Source=app.db\".");
    }

    private static DatabaseKind? Guess(MigrationBundle? bundle, string connection)
    {
        if (bundle is { Targets.Count: 1 })
        {
            return bundle.Targets[0].Kind;
        }
        var isPossible = bundle is null || bundle.Targets.Any(t => t.Kind == DatabaseKind.Sqlite);
        return isPossible && IsSqlite(connection) ? DatabaseKind.Sqlite : null;
    }

    private static string[] Choices(MigrationBundle? bundle) =>
        [.. bundle is null ? Dialect.All.Select(d => d.Id) : bundle.Targets.Select(t => Dialect.Of(t.Kind).Id)];

    private static bool IsSqlite(string connection)
    {
        try
        {
            // Keys that SQLite does not know are refused here, so what is read is no other engine's.
            return new SqliteConnectionStringBuilder(connection).DataSource.Length > 0;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or DbException)
        {
            return false;
        }
    }
}
