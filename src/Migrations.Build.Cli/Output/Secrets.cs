using System.Data.Common;

namespace Migrations.Build.Cli.Output;

/// <summary>Takes passwords and whole connection strings out of every text before it is shown.</summary>
internal sealed class Secrets
{
    private const string Hidden = "***";
    private static readonly string[] Keys = ["password", "pwd", "passwd", "passphrase", "access token", "accesstoken", "sslpassword", "ssl password"];

    private readonly List<string> _texts = [];

    public Secrets(IEnumerable<string?> connections)
    {
        foreach (var connection in connections.OfType<string>().Where(c => c.Length > 0))
        {
            var passwords = Passwords(connection).ToList();
            if (passwords.Count > 0)
            {
                _texts.Add(connection);
                _texts.AddRange(passwords);
            }
        }
        // The longest first, so that no piece of one is left when another is hidden.
        _texts.Sort((a, b) => b.Length.CompareTo(a.Length));
    }

    /// <summary>The secrets of a command line that could not be read.</summary>
    public static Secrets In(IEnumerable<string> args) => new(args.Append(Environment.GetEnvironmentVariable(Commands.ConnectionOptions.Variable)));

    public string Hide(string text) => _texts.Aggregate(text, (shown, secret) => shown.Replace(secret, Hidden, StringComparison.Ordinal));

    private static IEnumerable<string> Passwords(string connection)
    {
        if (!Keys.Any(k => connection.Contains(k, StringComparison.OrdinalIgnoreCase)))
        {
            return [];
        }
        var builder = new DbConnectionStringBuilder();
        try
        {
            builder.ConnectionString = connection;
        }
        catch (ArgumentException)
        {
            // Not a connection string; whatever stands behind a word for a password is one.
            return Keys.Select(k => connection.IndexOf(k + "=", StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? connection[(at + k.Length + 1)..].Split(';')[0] : "").Where(p => p.Length > 0);
        }
        return Keys.Select(k => builder.TryGetValue(k, out var value) ? value?.ToString() ?? "" : "").Where(p => p.Length > 0).ToList();
    }
}
