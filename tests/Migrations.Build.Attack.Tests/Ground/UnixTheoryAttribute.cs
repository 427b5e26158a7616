namespace Migrations.Build.Attack.Tests.Ground;

/// <summary>A theory about SIGKILL and files as Unix has them.</summary>
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no SIGKILL, and its SQLite another layer of files." : null;
}
