using System.Diagnostics;
using System.Globalization;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Writing;

namespace Migrations.Build.Runner.Tests.Ground;

/// <summary>A runner in a process of its own, which can be killed.</summary>
public sealed class RunnerProcess : IDisposable
{
    private readonly Process _process;

    private RunnerProcess(Process process) => _process = process;

    public static string Save(MigrationBundle bundle, Database database)
    {
        var path = Path.Combine(database.Folder, "crm.mbundle");
        BundleWriter.Save(bundle, path);
        return path;
    }

    public static RunnerProcess Start(string bundle, Database database, double lockTimeout, long? hangAt = null)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "Migrations.Build.Runner.Tests.Host.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet") { RedirectStandardOutput = true };
        string[] arguments = ["exec", host, bundle, database.Path, lockTimeout.ToString(CultureInfo.InvariantCulture)];
        foreach (var argument in hangAt is { } version ? [.. arguments, version.ToString(CultureInfo.InvariantCulture)] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new(Process.Start(start)!);
    }

    /// <summary>Waits until it says that it hangs.</summary>
    public async Task HangsAsync() => Assert.Equal("hangs", await _process.StandardOutput.ReadLineAsync());

    /// <summary>Kills it as the system does when it runs out of memory: nothing is tidied up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>How it ended, and what it said.</summary>
    public async Task<(ExitCode Code, string Said)> EndAsync()
    {
        var said = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return ((ExitCode)_process.ExitCode, said);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
