using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Writing;

namespace Migrations.Build.Cli.Tests;

/// <summary>A folder of its own, with a space and a letter that ASCII has not, in which the real program runs.</summary>
public sealed class Workplace : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("migrations tåol ").FullName;

    public string Database => Path.Combine(Folder, "café 1.db");

    public string Connection => "Data Source=" + Database;

    public string At(string name) => Path.Combine(Folder, name);

    public string Save(BundleSource source, string name = "crm ü.mbundle")
    {
        BundleWriter.Save(BundleWriter.Create(source), At(name));
        return At(name);
    }

    internal Task<Ran> RunAsync(params string[] args) => RunAsync(new Dictionary<string, string>(), args);

    internal async Task<Ran> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        using var process = Start(environment, args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(limit.Token);
        return new(process.ExitCode, await output, await error);
    }

    internal Process Start(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var command = Hearing.Of(UnderTest.Command);
        var start = new ProcessStartInfo(command[0], [.. command[1..], .. args])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment.Remove("MIGRATIONS_CONNECTION");
        foreach (var variable in environment)
        {
            start.Environment[variable.Key] = variable.Value;
        }
        return Process.Start(start)!;
    }

    /// <summary>Keeps every other runner waiting until it is closed.</summary>
    public async Task<SqliteConnection> HoldLockAsync()
    {
        var holder = new SqliteConnection(Connection + ".migrations-lock;Pooling=False");
        await holder.OpenAsync();
        using var begin = holder.CreateCommand();
        begin.CommandText = "begin immediate";
        await begin.ExecuteNonQueryAsync();
        return holder;
    }

    /// <summary>The first value that a query of the database gives, or of another one.</summary>
    public object? Scalar(string sql, string? database = null)
    {
        using var connection = new SqliteConnection($"Data Source={database ?? Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
