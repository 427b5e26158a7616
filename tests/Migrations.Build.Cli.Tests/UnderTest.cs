namespace Migrations.Build.Cli.Tests;

/// <summary>The program that the tests run: here the one just built, under .NET.</summary>
internal static class UnderTest
{
    public static string[] Command { get; } = ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "migrations.dll")];
}
