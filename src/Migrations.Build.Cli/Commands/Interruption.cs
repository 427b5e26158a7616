using System.Runtime.InteropServices;

namespace Migrations.Build.Cli.Commands;

/// <summary>
/// Turns the first Ctrl+C or termination signal into a request to stop at a safe place; the second ends the process at once.
/// A file that may not grow any more is no reason to die: the write then fails, and the database undoes what it was part of.
/// </summary>
internal sealed class Interruption : IDisposable
{
    // SIGXFSZ has no name in the framework; it has this number on Linux and on macOS.
    private const PosixSignal FileTooLarge = (PosixSignal)25;

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interruption() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
        .. OperatingSystem.IsWindows() ? Array.Empty<PosixSignalRegistration>() : [PosixSignalRegistration.Create(FileTooLarge, context => context.Cancel = true)],
    ];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
