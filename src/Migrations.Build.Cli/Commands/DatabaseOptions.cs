using System.CommandLine;
using Migrations.Build.Bundle;
using Migrations.Build.Cli.Output;
using Migrations.Build.Model.Databases;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Databases;

namespace Migrations.Build.Cli.Commands;

/// <summary>The options that say which database, and how patient to be with it.</summary>
internal sealed class DatabaseOptions
{
    private readonly Option<string?> _database = new Option<string?>("--database") { Description = "The database's engine; needed only where the bundle leaves a choice." }.AcceptOnlyFromAmong([.. Dialect.All.Select(d => d.Id)]);
    private readonly ConnectionOptions _connection = new();
    private readonly Option<int?> _timeout = Seconds("--timeout", "How long one statement may take, in seconds; 0 (the default) is for as long as it takes.");
    private readonly Option<int?> _lockTimeout = Seconds("--lock-timeout", "How long to wait for another runner, in seconds; 60 by default.");

    public void AddTo(Command command)
    {
        command.Add(_database);
        _connection.AddTo(command);
        command.Add(_timeout);
        command.Add(_lockTimeout);
    }

    public Secrets Secrets(ParseResult parsed) => _connection.Secrets(parsed);

    public RunSettings Settings(ParseResult parsed, MigrationBundle? bundle)
    {
        var connection = _connection.Read(parsed) ?? throw new UsageException(
            $"No database was said. Nothing was done. Give --connection or --connection-file, or set {ConnectionOptions.Variable}.");
        var said = parsed.GetValue(_database) is { } id ? Dialect.ForId(id)!.Kind : (DatabaseKind?)null;
        var settings = new RunSettings(DatabaseChoice.Of(said, bundle, connection), connection)
        {
            CommandTimeout = parsed.GetValue(_timeout) is > 0 and var limit ? TimeSpan.FromSeconds(limit) : null,
        };
        return parsed.GetValue(_lockTimeout) is { } patience ? settings with { LockTimeout = TimeSpan.FromSeconds(patience) } : settings;
    }

    private static Option<int?> Seconds(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "seconds" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var seconds) && seconds < 0)
            {
                result.AddError($"'{name}' cannot be less than 0");
            }
        });
        return option;
    }
}
