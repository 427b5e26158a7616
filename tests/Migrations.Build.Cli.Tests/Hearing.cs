namespace Migrations.Build.Cli.Tests;

/// <summary>
/// Lets a program hear SIGINT. A job in the background of a script ignores it, and so does every process that it starts, but for one that <c>env</c> starts anew.
/// </summary>
internal static class Hearing
{
    public static string[] Prefix { get; } = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : [];

    /// <summary>A command that hears it.</summary>
    public static string[] Of(string[] command) => [.. Prefix, .. command];
}
