namespace Migrations.Build.Analyzers.Live;

/// <summary>
/// A value that is made when it is first asked for, under the token of whoever asks. A request that is cancelled leaves nothing behind,
/// where a <see cref="Lazy{T}"/> would throw the first request's cancellation at every later one.
/// </summary>
internal sealed class Once<T>(Func<CancellationToken, T> make)
    where T : class
{
    private readonly object _making = new();
    private volatile T? _made;

    /// <summary>The value.</summary>
    /// <exception cref="OperationCanceledException">It is not made yet, and this request was cancelled.</exception>
    public T Value(CancellationToken cancel)
    {
        if (_made is { } made)
        {
            return made;
        }

        lock (_making)
        {
            return _made ??= make(cancel);
        }
    }
}
