namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>Reads what a fluent chain makes FluentMigrator run, in the order in which its calls add it, with the names that FluentMigrator's conventions give.</summary>
internal static class ChainReader
{
    /// <summary>The operations of a whole chain.</summary>
    public static IReadOnlyList<ChainOperation> Read(Chain chain) => throw new NotSupportedException(chain.Root);
}
