namespace Migrations.Build.Native.Tests;

/// <summary>What the package installs.</summary>
public sealed class InstalledTests
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
    public void No_symbols_are_shipped() => Assert.Empty(Installed.File.Directory!.GetFiles("*.dbg"));
}
