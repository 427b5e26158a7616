using Microsoft.Data.Sqlite;
using Migrations.Build.Bundle;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Keeping;
using Migrations.Build.Runner.Planning;
using Migrations.Build.Runner.RollingBack;

namespace Migrations.Build.Runner.Tests.Ground;

/// <summary>A SQLite file in a folder of its own, and the verbs on it.</summary>
public sealed class Database : IDisposable
{
    public Database(string name = "crm.db")
    {
        Folder = Directory.CreateTempSubdirectory("migrations-runner-").FullName;
        Path = System.IO.Path.Combine(Folder, name);
        Settings = new(DatabaseKind.Sqlite, ConnectionString) { LockTimeout = TimeSpan.FromSeconds(20), By = "ann@desk" };
    }

    public string Folder { get; }

    public string Path { get; }

    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ConnectionString;

    public RunSettings Settings { get; set; }

    public Task<ApplyOutcome> ApplyAsync(MigrationBundle bundle, ApplyOptions? options = null, CancellationToken cancel = default) =>
        Apply.RunAsync(bundle, Settings, options ?? new(), cancel);

    public Task<RollbackOutcome> RollbackAsync(MigrationBundle? bundle, RollbackOptions options, CancellationToken cancel = default) =>
        Rollback.RunAsync(bundle, Settings, options, cancel);

    public Task<PurgeOutcome> PurgeAsync(PurgeOptions? options = null) => Purge.RunAsync(Settings, options ?? new(), default);

    public Task<PlanOutcome> PlanAsync(MigrationBundle bundle, PlanOptions? options = null) => Plan.MakeAsync(bundle, Settings, options ?? new(), default);

    public Task<StatusOutcome> StatusAsync(MigrationBundle? bundle = null) => Status.ReadAsync(bundle, Settings, default);

    /// <summary>Keeps other runners out, as a runner does, until it is disposed.</summary>
    public IDisposable HoldLock()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path + ".migrations-lock", Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    public void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of each row, with a bar between columns.</summary>
    public string[] Rows(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join("|", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "null" : reader.GetString(i))));
        }

        return [.. rows];
    }

    public string[] Tables() => Rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'migrations!_%' ESCAPE '!' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name");

    public string[] Versions() => Rows("""SELECT "Version" FROM "VersionInfo" ORDER BY "Version" """);

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Folder))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Folder, recursive: true);
    }
}
