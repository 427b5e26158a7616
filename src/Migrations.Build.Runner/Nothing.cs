namespace Migrations.Build.Runner;

/// <summary>Stands where there is nothing to let go.</summary>
internal sealed class Nothing : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
