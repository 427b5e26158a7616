using Migrations.Build.Oracle.Tests.Making;
using Migrations.Build.Oracle.Tests.Telling;

namespace Migrations.Build.Oracle.Tests.Playing;

/// <summary>A claim that is not true, with the story that shows it.</summary>
internal sealed record Found(Story Story, Failure Failure)
{
    /// <summary>Plays what a seed makes up; null where every claim is true.</summary>
    public static async Task<Found?> OfAsync(int seed, IReadOnlySet<Feature> features, Tally tally)
    {
        var (story, failure, seen) = await PlayAsync(StoryMaker.Make(seed, features)).ConfigureAwait(false);
        lock (tally)
        {
            tally.Add(seen);
        }

        return failure is null ? null : new(story, failure);
    }

    /// <summary>The smallest story found that fails in the same way.</summary>
    public async Task<Found> ShrunkAsync(TimeSpan most)
    {
        var last = this;
        var story = await Shrink.OfAsync(Story, SameAsync, most).ConfigureAwait(false);
        return last with { Story = story };

        async Task<bool> SameAsync(Story smaller)
        {
            var (_, failure, _) = await PlayAsync(smaller).ConfigureAwait(false);
            last = failure?.Kind == Failure.Kind ? last with { Failure = failure } : last;
            return failure?.Kind == Failure.Kind;
        }
    }

    public string Tell() => $"seed {Story.Seed}, {Failure.Kind}: {Failure.Text}\n{Story.Tell()}";

    private static async Task<(Story Story, Failure? Failure, Tally Tally)> PlayAsync(Story story)
    {
        try
        {
            return await Player.PlayAsync(story).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (story, new("thrown " + e.GetType().Name + " " + e.StackTrace?.Split('\n')[0].Trim().Split('(')[0], e.ToString()), new());
        }
    }
}
