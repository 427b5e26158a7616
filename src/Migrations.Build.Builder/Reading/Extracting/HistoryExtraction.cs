using System.Globalization;
using Migrations.Build.Builder.Reading.Discovering;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Toolchain;

namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>Reads migrations in their order, each against the schema that those before it leave, on every target database.</summary>
internal sealed class HistoryExtraction(Extractor extractor, ReadRequest request, Items<string> endless, Watch watch)
{
    private readonly EngineIds[] _ids = [.. request.Targets.Select(EngineIds.Of)];
    private readonly KnownSchema[] _schemas = [.. request.Targets.Select(t => new KnownSchema(t.Kind))];

    /// <summary>The migrations as read.</summary>
    public Items<Extraction> Read(Items<Candidate> candidates)
    {
        Ahead.Compile(candidates);
        return candidates.Select(Read).ToItems();
    }

    private Extraction Read(Candidate candidate)
    {
        if (endless.Contains(candidate.Migration.FullName) || request.Endless.Contains(candidate.Migration.Version))
        {
            return Endless(candidate);
        }

        watch.Enter(candidate.Migration.FullName);
        var ups = ReadAll(candidate, Way.Up);
        for (var i = 0; i < _schemas.Length && candidate.Migration.Kind == MigrationKind.Versioned; i++)
        {
            _schemas[i].Add(ups[i].Steps, candidate.Migration.Touches);
        }

        var read = new Extraction(candidate, ups, ReadAll(candidate, Way.Down));
        watch.Leave();
        return read;
    }

    private Extraction Endless(Candidate candidate)
    {
        var values = Items.Of(candidate.Migration.FullName, request.TimeLimit.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        var steps = Items.Of(new Step(new Opaque("its code does not end")) { Place = candidate.Migration.Place });
        var up = new Passage(steps) { Findings = Items.Of(candidate.Find(CodeTimedOut.Rule, null, values)) };
        foreach (var schema in _schemas.Where(_ => candidate.Migration.Kind == MigrationKind.Versioned))
        {
            schema.Add(steps, candidate.Migration.Touches);
        }

        return new(candidate, _ids.Select(_ => up).ToItems(), _ids.Select(_ => up).ToItems());
    }

    // What never looked at the database is the same on every one of them.
    private Items<Passage> ReadAll(Candidate candidate, Way way)
    {
        var first = ReadOne(candidate, way, 0);
        return _ids.Select((_, i) => i == 0 || !first.Asked ? first : ReadOne(candidate, way, i)).ToItems();
    }

    private Passage ReadOne(Candidate candidate, Way way, int target) => extractor.Read(candidate, way, _ids[target], () => _schemas[target].Now);
}
