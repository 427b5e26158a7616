using FluentMigrator;
using FluentMigrator.Model;
using FluentMigrator.SqlServer;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Features.FeatureLoss;
using static Migrations.Build.Builder.Features.FeatureShapes;

namespace Migrations.Build.Builder.Features;

/// <summary>The features of FluentMigrator's SQL Server extensions.</summary>
internal static class SqlServerFeatures
{
    private const DatabaseKind Engine = DatabaseKind.SqlServer;

    public static IEnumerable<KnownFeature> All { get; } =
    [
        Truth(SqlServerExtensions.IdentityInsert, Engine, Behaviour),
        IntOrLong(SqlServerExtensions.IdentitySeed, Engine, Behaviour),
        IntOrLong(SqlServerExtensions.IdentityIncrement, Engine, Behaviour),
        Member<SqlServerConstraintType>(SqlServerExtensions.ConstraintType, Engine, Comfort),
        Columns<IndexIncludeDefinition>(SqlServerExtensions.IncludesList, Engine, Comfort, d => d.Name, n => new() { Name = n }),
        Columns<IndexIncludeDefinition>(SqlServerExtensions.UniqueConstraintIncludesList, Engine, Comfort, d => d.Name, n => new() { Name = n }),
        Truth(SqlServerExtensions.OnlineIndex, Engine, Comfort),
        Text(SqlServerExtensions.IndexFilter, Engine, Uniqueness),
        Text(SqlServerExtensions.UniqueConstraintFilter, Engine, Uniqueness),
        Truth(SqlServerExtensions.IndexColumnNullsDistinct, Engine, Comfort),
        Truth(SqlServerExtensions.RowGuidColumn, Engine, Comfort),
        Truth(SqlServerExtensions.SparseColumn, Engine, Comfort),
        Text(SqlServerExtensions.SchemaAuthorization, Engine, Behaviour),
        new(SqlServerExtensions.DataCompression, Engine, Comfort, v => Items.Of(Value.Of(v.ToString()!)), Compression),
    ];

    private static DataCompressionType Compression(Items<Value> values) => values[0].Text switch
    {
        "ROW" => DataCompressionType.Row,
        "PAGE" => DataCompressionType.Page,
        _ => DataCompressionType.None,
    };
}
