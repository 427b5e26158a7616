using Migrations.Build.Native.Tests;

namespace Migrations.Build.Cli.Tests;

/// <summary>The program that the tests run: here the native one, as its package installs it.</summary>
internal static class UnderTest
{
    public static string[] Command { get; } = [Installed.Command];
}
