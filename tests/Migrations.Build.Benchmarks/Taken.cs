using System.Diagnostics;
using System.Globalization;

namespace Migrations.Build.Benchmarks;

/// <summary>A time by the clock, and what the processors did for this program and those that it ran.</summary>
internal readonly record struct Taken(TimeSpan Time, TimeSpan Processor)
{
    // Fields 16 and 17: user and system time of the children that have ended, in hundredths of a second (man 5 proc).
    private const int Children = 13;

    public static Taken Now => new(Stopwatch.GetElapsedTime(0), Environment.CpuUsage.TotalTime + OfChildren());

    public static Taken operator -(Taken later, Taken earlier) => new(later.Time - earlier.Time, later.Processor - earlier.Processor);

    private static TimeSpan OfChildren()
    {
        if (!OperatingSystem.IsLinux())
        {
            return TimeSpan.Zero;
        }

        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromMilliseconds(10 * (long.Parse(fields[Children], CultureInfo.InvariantCulture) + long.Parse(fields[Children + 1], CultureInfo.InvariantCulture)));
    }
}
