namespace Migrations.Build.Runner.Databases;

/// <summary>What a database said when it refused; the message holds no values of rows and no password.</summary>
internal sealed class DatabaseException(Refused kind, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What kind of refusal it is.</summary>
    public Refused Kind => kind;

    /// <summary>What to do, where the kind does not say it.</summary>
    public string Remedy { get; init; } = "";
}
