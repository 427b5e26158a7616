using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Stands in for the model's hash and touched tables until they are there.</summary>
internal static class StandIn
{
    public static string Of(Migration migration, Script script, IEnumerable<string> up, IEnumerable<string> down) =>
        Digest.Of(string.Join('\0', [migration.Transaction.ToString(), Digest.OfRecord(script with { Databases = Model.Items<DatabaseKind>.Empty }), .. up, "", .. down]));

    public static string Combine(IEnumerable<string> hashes) => Digest.Of(string.Join('\n', hashes));

    public static IEnumerable<TableName> Tables(Operation operation, DatabaseKind database) =>
        operation.GetType().GetProperty("Table")?.GetValue(operation) is TableName table ? [table] : [];
}
