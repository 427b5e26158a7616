using System.Diagnostics;

namespace Migrations.Build.Oracle.Tests.Telling;

/// <summary>Leaves out of a story what its failure does not need.</summary>
internal static class Shrink
{
    public static async Task<Story> OfAsync(Story story, Func<Story, Task<bool>> fails, TimeSpan most)
    {
        var clock = Stopwatch.StartNew();
        for (var again = true; again && clock.Elapsed < most;)
        {
            again = false;
            foreach (var smaller in Smaller(story))
            {
                if (clock.Elapsed < most && await fails(smaller).ConfigureAwait(false))
                {
                    (story, again) = (smaller, true);
                    break;
                }
            }
        }

        return story;
    }

    private static IEnumerable<Story> Smaller(Story story) =>
    [
        .. Whole(story),
        .. Without(story.Migrations).Select(m => story with { Migrations = m }),
        .. story.Migrations.SelectMany((m, i) => Without(m.Changes).Where(c => c.Count > 0).Select(c => story with { Migrations = [.. story.Migrations.Take(i), m with { Changes = c }, .. story.Migrations.Skip(i + 1)] })),
        .. Without(story.Happenings).Select(h => story with { Happenings = h }),
        .. Without(story.Base).Select(b => story with { Base = b }),
        .. Without(story.Data).Select(d => story with { Data = d }),
    ];

    private static IEnumerable<Story> Whole(Story story)
    {
        if (story.Happenings.Count > 0)
        {
            yield return story with { Happenings = [] };
        }

        if (story.Happenings.Any(h => h is Edited))
        {
            yield return story with { Happenings = [.. story.Happenings.Where(h => h is not Edited)] };
        }

        if (story.Data.Count > 0)
        {
            yield return story with { Data = [] };
        }
    }

    // The last first: what comes later depends on what is before it.
    private static IEnumerable<IReadOnlyList<T>> Without<T>(IReadOnlyList<T> all) =>
        Enumerable.Range(0, all.Count).Reverse().Select(i => (IReadOnlyList<T>)[.. all.Take(i), .. all.Skip(i + 1)]);
}
