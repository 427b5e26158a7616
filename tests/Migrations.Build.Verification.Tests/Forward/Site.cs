using Microsoft.Data.Sqlite;
using Migrations.Build.Bundle;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Keeping;
using Migrations.Build.Runner.Planning;
using Migrations.Build.Runner.RollingBack;

namespace Migrations.Build.Verification.Tests.Forward;

/// <summary>A database in use: releases come and go, and an application writes in between.</summary>
internal sealed class Site : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("migrations-site-").FullName;

    public Site() => Settings = new(DatabaseKind.Sqlite, ConnectionString) { By = "ann@desk" };

    public RunSettings Settings { get; set; }

    public string ConnectionString => $"Data Source={Path.Combine(_folder, "app.db")};Pooling=False";

    /// <summary>What a history is built to, with everything that its migrations keep.</summary>
    public static MigrationBundle Bundle(params (string Up, string? Down)[] migrations) => new MadeHistory { AsBuilt = true }.With(migrations).Bundle();

    public ApplyOutcome Apply(MigrationBundle bundle, ApplyOptions? options = null) => Runner.Applying.Apply.RunAsync(bundle, Settings, options ?? new(), default).GetAwaiter().GetResult();

    public RollbackOutcome Rollback(RollbackOptions options) => Runner.RollingBack.Rollback.RunAsync(null, Settings, options, default).GetAwaiter().GetResult();

    public StatusOutcome Status() => Runner.Journal.Status.ReadAsync(null, Settings, default).GetAwaiter().GetResult();

    public PlanOutcome Plan(MigrationBundle bundle) => Runner.Planning.Plan.MakeAsync(bundle, Settings, new(), default).GetAwaiter().GetResult();

    public PurgeOutcome Purge(PurgeOptions options) => Runner.Keeping.Purge.RunAsync(Settings, options, default).GetAwaiter().GetResult();

    /// <summary>Applies and expects that it says nothing.</summary>
    public void Applied(MigrationBundle bundle) => Said(Apply(bundle));

    /// <summary>Rolls back to a version and expects that it says nothing.</summary>
    public void RolledBack(long to) => Said(Rollback(new() { To = to }));

    public void Does(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The rows of a query, with the storage class of each value.</summary>
    public string Sees(string query)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(',', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) switch
            {
                DBNull => "null",
                byte[] bytes => "x" + Convert.ToHexString(bytes),
                string text => $"'{text}'",
                IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
                var other => other.ToString(),
            })));
        }

        return string.Join(' ', rows);
    }

    /// <summary>The tables of kept data that are there; what was inserted is noted as long as its migration is applied.</summary>
    public string Kept() => Sees("SELECT name FROM sqlite_schema WHERE name LIKE 'migrations!_kept!_%' ESCAPE '!' AND name NOT GLOB 'migrations_kept_*_i*' ORDER BY name");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    private static void Said(Outcome outcome)
    {
        Assert.Equal("", string.Join('\n', outcome.Findings.Select(FindingText.Of)));
        Assert.Equal(ExitCode.Done, outcome.Code);
    }
}
