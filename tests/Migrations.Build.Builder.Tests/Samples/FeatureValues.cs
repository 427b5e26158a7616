using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Tests.Samples;

/// <summary>A value of the right shape for each known feature.</summary>
internal static class FeatureValues
{
    public static Items<Value> Of(string key) => key switch
    {
        "PostgresIncludes" or "SqlServerIncludes" or "SqlServerUniqueConstraintIncludes" => Items.Of(Value.Of("A"), Value.Of("B")),
        "PostgresIndexAlgorithm" => Text("Gin"),
        "PostgresGiSTBuffering" => Text("Off"),
        "PostgresNulls" => Text("Last"),
        "PostgresIdentityGeneration" => Text("ByDefault"),
        "PostgresIdentityModificationType" => Text("DropIfExists"),
        "PostgresOverridingIdentityValues" => Text("User"),
        "SqlServerConstraintType" => Text("NonClustered"),
        "SqlServerDataCompression" => Text("ROW"),
        "MySqlIndexType" => Text("Hash"),
        "PostgresBTreeVacuumCleanupIndexScaleFactor" => Items.Of(new Value(ValueKind.Single, "0.25")),
        "PostgresIndexFilter" or "PostgresTablespace" or "SqlServerIndexFilter" or "SqlServerUniqueConstraintFilter" or "SqlServerSchemaAuthorization" => Text("text"),
        "PostgresFillFactor" or "PostgresGinPendingListLimit" or "PostgresBrinPagesPerRange" or "SqlServerIdentityIncrement" => Items.Of(Value.Of(3)),
        "SqlServerIdentitySeed" => Items.Of(Value.Of(5_000_000_000)),
        _ => Items.Of(Value.Of(true)),
    };

    private static Items<Value> Text(string text) => Items.Of(Value.Of(text));
}
