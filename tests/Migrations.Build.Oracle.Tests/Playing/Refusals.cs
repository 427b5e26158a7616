using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Findings;
using Migrations.Build.Oracle.Tests.Making;
using Migrations.Build.Oracle.Tests.Seeing;
using Migrations.Build.Oracle.Tests.Telling;
using Migrations.Build.Runner;

namespace Migrations.Build.Oracle.Tests.Playing;

/// <summary>Judges whether a build that was refused had a reason: what it says of its statements can be tried.</summary>
internal static class Refusals
{
    public static (Failure? Failure, Tally Tally) Judge(Story story, Build build)
    {
        var tally = new Tally();
        build.Errors.Select(e => e.Rule).Distinct().ToList().ForEach(r => tally.Count("build refused " + r));
        var proof = build.Errors.Where(e => e.Rule.StartsWith("MIG92", StringComparison.Ordinal)).ToList();
        return (proof.Count > 0 && build.Bundle is not null && !IsOpen(proof[0]) && Untrue(story, build, proof[0].Rule) is { } why ? new($"build refused {proof[0].Rule} without a cause", $"{proof[0].Text} | {why}") : null, tally);
    }

    // Rows that refer to others, that hold NULL where a step looks for it, that are two where a step makes them alike, or that were written after Up may be in the way: seldom here, and often in a release.
    private static bool IsOpen((string Rule, string Text) error) =>
        error.Text.Contains("FOREIGN KEY constraint failed", StringComparison.Ordinal) || error.Text.Contains("no such table: main.", StringComparison.Ordinal) || error.Text.Contains("written after Up", StringComparison.Ordinal)
        || error.Text.Contains("cannot store", StringComparison.Ordinal) || error.Text.Contains("NOT NULL constraint failed", StringComparison.Ordinal) || error.Text.Contains("UNIQUE constraint failed", StringComparison.Ordinal) || error.Rule == "MIG9210";

    public static Failure FirstIs(Outcome outcome, Story story) => new($"the first apply ended with {outcome.Code}", string.Join(" | ", outcome.Findings.Select(FindingText.Of)) + story.Base[0]);

    // Every statement runs on the story's own data, up and down, and what is there then is what was there before.
    private static string? Untrue(Story story, Build build, string rule)
    {
        var folder = Directory.CreateTempSubdirectory("oracle-");
        try
        {
            var file = Path.Combine(folder.FullName, "app.db");
            using (var connection = Sqlite.Open(file))
            {
                if (story.Base.Any(s => Sqlite.Try(connection, s) is not null))
                {
                    return null;
                }

                story.Data.ToList().ForEach(s => Sqlite.Try(connection, s));
            }

            Write(file, story.Seed);
            return AreReferencesBroken(file, rule) ? null : Untrue(story, build, rule, file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? Untrue(Story story, Build build, string rule, string file)
    {
        for (var version = 2; version <= story.Migrations.Count + 1; version++)
        {
            var before = Snapshot.Of(file);
            var kept = Plain.Copy(file, "kept.db");
            if (Plain.Run(file, build.Bundle!, version, Direction.Up) is not null || AreReferencesBroken(file, rule))
            {
                return null;
            }

            File.Copy(file, kept, overwrite: true);
            if (rule == "MIG9202")
            {
                Write(kept, story.Seed);
            }

            if (rule != "MIG9201" && (Plain.Run(kept, build.Bundle!, version, Direction.Down) is not null || (rule != "MIG9202" && Failures.Differs(before, Snapshot.Of(kept), "") is not null)))
            {
                return null;
            }
        }

        return "all of it runs, and Down brings everything back";
    }

    private static bool AreReferencesBroken(string file, string rule)
    {
        using var connection = Sqlite.Open(file);
        return rule == "MIG9210" && (Sqlite.Try(connection, "PRAGMA foreign_key_check") is not null || Sqlite.Rows(connection, "SELECT \"table\" FROM pragma_foreign_key_check").Count > 0);
    }

    // What stands in the way of Down may be what an application writes after Up.
    private static void Write(string file, int seed)
    {
        using var connection = Sqlite.Open(file);
        var now = Snapshot.Of(connection);
        Enumerable.Range(seed, 40).Select(n => EditMaker.Make(n, now)).OfType<string>().ToList().ForEach(s => Sqlite.Try(connection, s));
    }
}
