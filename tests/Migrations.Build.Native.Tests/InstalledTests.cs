using System.Text;
using System.Text.RegularExpressions;
using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Native.Tests;

/// <summary>What the package installs.</summary>
public sealed partial class InstalledTests
{
    [Fact]
    public void The_command_is_native_code()
    {
        using var file = Installed.File.OpenRead();
        var start = new byte[4];
        file.ReadExactly(start);
        Assert.Equal("\u007fELF"u8, start);
    }

    [Fact]
    public void It_starts_on_the_oldest_C_library_that_the_readme_promises()
    {
        var needed = GlibcVersion().Matches(Encoding.Latin1.GetString(File.ReadAllBytes(Installed.File.FullName))).Select(m => Version.Parse(m.Groups[1].Value)).Max();
        var promised = Version.Parse(PromisedGlibc().Match(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))).Groups[1].Value);
        Assert.True(needed <= promised, $"It needs glibc {needed}.");
    }

    [Fact]
    public void Its_symbols_are_not_shipped() => Assert.Empty(Installed.File.Directory!.GetFiles("*.dbg"));

    [GeneratedRegex(@"GLIBC_(\d+\.\d+)\0")]
    private static partial Regex GlibcVersion();

    [GeneratedRegex(@"glibc (\d+\.\d+)")]
    private static partial Regex PromisedGlibc();
}
