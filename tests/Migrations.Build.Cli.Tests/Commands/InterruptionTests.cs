using System.Diagnostics;

namespace Migrations.Build.Cli.Tests.Commands;

public sealed class InterruptionTests : IDisposable
{
    private readonly Workplace _place = new();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_the_wait_with_130_and_nothing_changed(string signal)
    {
        var bundle = _place.Save(Histories.Of(Histories.CreateContacts, Histories.AddEmail));
        Assert.Equal(0, (await _place.RunAsync("apply", "--to", "1", "--bundle", bundle, "--connection", _place.Connection)).Code);
        using var other = await _place.HoldLockAsync();

        using var process = _place.Start(new Dictionary<string, string>(), "apply", "--bundle", bundle, "--connection", _place.Connection, "--lock-timeout", "100", "--json");
        Assert.Contains("waiting", await process.StandardError.ReadLineAsync() ?? "", StringComparison.Ordinal);
        using var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        var ran = new Ran(process.ExitCode, await process.StandardOutput.ReadToEndAsync(), "");
        Assert.Equal(130, ran.Code);
        Assert.Equal("cancelled", (string?)ran.Json["result"]);
        await other.CloseAsync();
        Assert.Equal(1L, _place.Scalar("select count(*) from VersionInfo"));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_program_hears_SIGINT_though_its_caller_does_not(bool started, bool ignores)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        string[] shown = ["grep", "SigIgn", "/proc/self/status"];
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "trap '' INT; exec \"$@\"", "sh", .. started ? Hearing.Of(shown) : shown]) { RedirectStandardOutput = true })!;
        var signals = Convert.ToInt64((await process.StandardOutput.ReadToEndAsync()).Split(':')[1].Trim(), 16);
        Assert.Equal(ignores, (signals & (1 << (2 - 1))) != 0);
    }

    public void Dispose() => _place.Dispose();
}
