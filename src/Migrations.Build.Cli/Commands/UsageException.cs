namespace Migrations.Build.Cli.Commands;

/// <summary>What was asked for cannot be done as it was asked; the message says what, effect and remedy.</summary>
internal sealed class UsageException(string message) : Exception(message);
