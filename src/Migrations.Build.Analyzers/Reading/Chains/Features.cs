using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>Reads the options that the extensions for one database add.</summary>
internal static class Features
{
    /// <summary>The feature that a call sets; null where it is not known.</summary>
    public static (string Key, Func<Feature> Read)? Read(Call call) => null;

    /// <summary>Whether an option is one of the index's last column and not of the index.</summary>
    public static bool IsOfColumn(Call call) => call.Method.StartsWith("Nulls", StringComparison.Ordinal);
}
