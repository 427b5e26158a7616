using FluentMigrator;
using FluentMigrator.Expressions;
using FluentMigrator.Infrastructure;
using Migrations.Build.Builder.Reading.Discovering;
using Migrations.Build.Builder.Reading.Loading;
using Migrations.Build.Builder.Reading.Places;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>Runs a way of a migration, which only describes what it does, on a fresh instance and a fresh context, and reads what came out.</summary>
internal sealed class Extractor(LoadedAssembly assembly, string projectFolder)
{
    // A migration must not decide by the connection string: a build has none, and one that does differs between the two readings.
    private const string OtherConnection = "Data Source=test;Server=localhost;Database=test;User Id=test;Password=test";
    private readonly Services _services = new(assembly.Assembly);
    private readonly ExpressionSteps _steps = new(assembly, new Services(assembly.Assembly), projectFolder);

    /// <summary>What a way of a migration does on a database. The second reading, which only looks for differences, needs no places.</summary>
    public Passage Read(Candidate candidate, Way way, EngineIds ids, Func<Schema> schema, bool again = false)
    {
        var recorded = new Recorded(candidate.Type, withCallers: !again);
        var answers = SchemaAnswers.For(ids, schema);
        var context = new MigrationContext(answers.Processor, _services, again ? OtherConnection : "") { Expressions = recorded };
        var thrown = Run(candidate, way, context);
        var passage = thrown is null
            ? Taken(_steps.Read(candidate, way, Listing.Of(context, recorded), again), candidate, way)
            : Failed(candidate, way, recorded, thrown);
        return passage with { Assumptions = answers.Assumptions.ToItems(), Asked = answers.Asked, Against = answers.Against };
    }

    private Exception? Run(Candidate candidate, Way way, MigrationContext context)
    {
        try
        {
            var migration = (IMigration)_services.Make(candidate.Type);
            if (way == Way.Up)
            {
                migration.GetUpExpressions(context);
            }
            else
            {
                migration.GetDownExpressions(context);
            }

            return null;
        }
#pragma warning disable CA1031 // It is the user's code: whatever it throws is told to the user.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return e;
        }
    }

    // A script that AutoScriptMigration derives for Down and that is not there is a Down that throws: nobody wrote it.
    private static Passage Taken(Passage passage, Candidate candidate, Way way) =>
        way == Way.Down && typeof(AutoScriptMigration).IsAssignableFrom(candidate.Type) && passage.Steps is [{ Operation: Model.Operations.Opaque missing }]
            ? new Passage(Items<Step>.Empty) { Thrown = new InvalidOperationException(missing.Why) }
            : passage;

    private Passage Failed(Candidate candidate, Way way, Recorded recorded, Exception thrown)
    {
        if (way == Way.Down)
        {
            return new(Items<Step>.Empty) { Thrown = thrown, Irreversible = Irreversible(candidate, recorded) };
        }

        var at = Caller.Find(candidate.Type, thrown);
        var place = at is null ? candidate.Migration.Place : assembly.Symbols.Find(at.Method, at.Offset) ?? candidate.Migration.Place;
        var what = Items.Of("'Up'", candidate.Migration.Class, ThrownText.Of(thrown));
        return new(Items.Of(new Step(new Model.Operations.Opaque($"'Up' throws {ThrownText.Of(thrown)}")) { Place = place })) { Thrown = thrown, Findings = Items.Of(candidate.Find(MigrationThrows.Rule, place, what)) };
    }

    private static string? Irreversible(Candidate candidate, Recorded recorded) =>
        typeof(AutoReversingMigration).IsAssignableFrom(candidate.Type) ? recorded.Where(e => !CanReverse(e)).Select(ExpressionText.Of).FirstOrDefault() : null;

    private static bool CanReverse(IMigrationExpression expression)
    {
        try
        {
            _ = expression.Reverse();
            return true;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }
}
