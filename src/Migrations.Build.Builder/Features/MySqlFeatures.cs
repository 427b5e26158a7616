using FluentMigrator.Model;
using FluentMigrator.MySql;
using Migrations.Build.Model.Databases;
using static Migrations.Build.Builder.Features.FeatureShapes;

namespace Migrations.Build.Builder.Features;

/// <summary>The features of FluentMigrator's MySQL extensions.</summary>
internal static class MySqlFeatures
{
    public static IEnumerable<KnownFeature> All { get; } =
    [
        Wrapped<MySqlIndexTypeDefinition, IndexType>(
            MySqlExtensions.IndexType, DatabaseKind.MySql, FeatureLoss.Comfort, d => d.IndexType, t => new() { IndexType = t }),
    ];
}
