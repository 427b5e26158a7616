using FluentMigrator;
using FluentMigrator.Builder.Create.Index;
using FluentMigrator.Model;
using FluentMigrator.Postgres;
using Migrations.Build.Model.Databases;
using static Migrations.Build.Builder.Features.FeatureLoss;
using static Migrations.Build.Builder.Features.FeatureShapes;

namespace Migrations.Build.Builder.Features;

/// <summary>The features of FluentMigrator's PostgreSQL extensions.</summary>
internal static class PostgresFeatures
{
    private const DatabaseKind Engine = DatabaseKind.Postgres;

    public static IEnumerable<KnownFeature> All { get; } =
    [
        Columns<PostgresIndexIncludeDefinition>(PostgresExtensions.IncludesList, Engine, Comfort, d => d.Name, n => new() { Name = n }),
        Wrapped<PostgresIndexAlgorithmDefinition, Algorithm>(PostgresExtensions.IndexAlgorithm, Engine, Comfort, d => d.Algorithm, a => new() { Algorithm = a }),
        Switch<PostgresIndexConcurrentlyDefinition>(PostgresExtensions.Concurrently, Engine, Comfort, d => d.IsConcurrently, b => new() { IsConcurrently = b }),
        Switch<PostgresIndexOnlyDefinition>(PostgresExtensions.Only, Engine, Comfort, d => d.IsOnly, b => new() { IsOnly = b }),
        Text(PostgresExtensions.IndexFilter, Engine, Uniqueness),
        Text(PostgresExtensions.IndexTablespace, Engine, Comfort),
        Int(PostgresExtensions.IndexFillFactor, Engine, Comfort),
        Single(PostgresExtensions.IndexVacuumCleanupIndexScaleFactor),
        Truth(PostgresExtensions.IndexFastUpdate, Engine, Comfort),
        Long(PostgresExtensions.IndexGinPendingListLimit, Engine, Comfort),
        Member<GistBuffering>(PostgresExtensions.IndexBuffering, Engine, Comfort),
        Int(PostgresExtensions.IndexPagesPerRange, Engine, Comfort),
        Truth(PostgresExtensions.IndexAutosummarize, Engine, Comfort),
        Wrapped<PostgresIndexNullsSort, NullSort>(PostgresExtensions.NullsSort, Engine, Comfort, d => d.Sort, s => new() { Sort = s }),
        Truth(PostgresExtensions.IndexColumnNullsDistinct, Engine, Uniqueness),
        Member<PostgresGenerationType>(PostgresExtensions.IdentityGeneration, Engine, Behaviour),
        Member<PostgresIdentityModificationType>(PostgresExtensions.IdentityModificationType, Engine, Behaviour),
        Member<PostgresOverridingIdentityValuesType>(PostgresExtensions.OverridingIdentityValues, Engine, Behaviour),
    ];

    private static KnownFeature Single(string key) => new(
        key,
        Engine,
        Comfort,
        v => Model.Items.Of(Reading.Expressions.ValueReader.Read((float)v)),
        v => float.Parse(v[0].Text!, System.Globalization.CultureInfo.InvariantCulture));
}
