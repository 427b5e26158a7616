using Migrations.Build.Builder.Reading.Extracting;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Reading.Repeating;

/// <summary>Reads every migration a second time, later and elsewhere. What differs would differ from what was reviewed.</summary>
internal static class Repetition
{
    private const string NonDeterministic = "MIG1108";

    /// <summary>
    /// The differences. One database is enough: what asks for the database gets the same answers.
    /// What already has an error is left alone.
    /// </summary>
    public static IEnumerable<Finding> Compare(Items<Extraction> first, Extractor extractor, DatabaseTarget target, Watch watch)
    {
        var ids = EngineIds.Of(target);
        var empty = Schema.Empty(target.Kind);
        foreach (var read in first)
        {
            watch.Enter(read.Candidate.Migration.FullName);
            foreach (var (way, passage) in new[] { (Way.Up, read.Ups[0]), (Way.Down, read.Downs[0]) }.Where(w => w.Item2.Findings.Count == 0))
            {
                var again = extractor.Read(read.Candidate, way, ids, () => passage.Against ?? empty, again: true);
                if (Difference.Between(passage, again) is { } difference)
                {
                    yield return Finding(read, way, difference);
                }
            }

            watch.Leave();
        }
    }

    private static Finding Finding(Extraction read, Way way, Difference difference) =>
        new(NonDeterministic, Items.Of(read.Candidate.Migration.Class, $"{way} gave {difference.What}"))
        {
            Version = read.Candidate.Migration.Version,
            Class = read.Candidate.Migration.Class,
            Severity = Severity.Error,
            Place = difference.Place ?? (way == Way.Up ? read.Candidate.Migration.Place : read.Candidate.Migration.DownPlace),
        };
}
