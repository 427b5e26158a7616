using System.Diagnostics;

namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>Knows which user code is running and since when, so that code that never comes back can be named.</summary>
internal sealed class Watch(TimeSpan limit)
{
    private readonly Lock _lock = new();
    private string? _now;
    private long _since;

    /// <summary>How long one piece of user code may run.</summary>
    public TimeSpan Limit => limit;

    /// <summary>What has been running for too long; null when nothing has.</summary>
    public string? Overdue
    {
        get
        {
            lock (_lock)
            {
                return _now is not null && Stopwatch.GetElapsedTime(_since) >= limit ? _now : null;
            }
        }
    }

    /// <summary>Says that user code starts to run.</summary>
    public void Enter(string name)
    {
        lock (_lock)
        {
            (_now, _since) = (name, Stopwatch.GetTimestamp());
        }
    }

    /// <summary>Says that it came back.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            _now = null;
        }
    }

    /// <summary>Waits for a thread of user code; what it is stuck in, or null when it ended.</summary>
    public string? Await(Thread thread)
    {
        var slice = Math.Clamp((int)(limit.TotalMilliseconds / 10), 10, 250);
        while (!thread.Join(slice))
        {
            if (Overdue is { } stuck)
            {
                return stuck;
            }
        }

        return null;
    }
}
