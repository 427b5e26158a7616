using System.CommandLine;
using Migrations.Build.Cli.Output;

namespace Migrations.Build.Cli.Commands;

/// <summary>The options, and the environment variable, that say where the database is.</summary>
internal sealed class ConnectionOptions
{
    /// <summary>The environment variable that counts where no option is given.</summary>
    public const string Variable = "MIGRATIONS_CONNECTION";

    private readonly Option<string?> _connection = new("--connection") { Description = $"The connection string; without it, the environment variable {Variable} counts.", HelpName = "string" };
    private readonly Option<string?> _file = new("--connection-file") { Description = "A file that holds the connection string, and so keeps it out of the process list.", HelpName = "file" };

    public void AddTo(Command command)
    {
        command.Add(_connection);
        command.Add(_file);
    }

    /// <summary>The connection string; null when nothing says one.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="fromEnvironment">Whether the environment variable counts: not where a database found by chance would be filled.</param>
    public string? Read(ParseResult parsed, bool fromEnvironment = true)
    {
        var (said, file) = (parsed.GetValue(_connection), parsed.GetValue(_file));
        if (said is not null && file is not null)
        {
            throw new UsageException("Both --connection and --connection-file were given. Nothing was done. Give one of them.");
        }
        var text = said ?? (file is null ? null : ReadFile(file)) ?? (fromEnvironment ? Environment.GetEnvironmentVariable(Variable) : null);
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    public Secrets Secrets(ParseResult parsed)
    {
        try
        {
            return new([Read(parsed)]);
        }
        catch (UsageException)
        {
            // It will be said when the connection is asked for; until then nothing is hidden that could be known.
            return new([parsed.GetValue(_connection)]);
        }
    }

    private static string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The connection file '{path}' cannot be read: {e.Message.TrimEnd('.')}. Nothing was done. Give the path of a readable text file that holds the connection string.");
        }
    }
}
