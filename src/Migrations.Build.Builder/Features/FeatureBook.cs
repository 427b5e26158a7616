using System.Globalization;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Features;

/// <summary>Every key of FluentMigrator's provider extensions that the toolchain reads and renders.</summary>
public static class FeatureBook
{
    private static readonly Dictionary<string, KnownFeature> ByKey =
        PostgresFeatures.All.Concat(SqlServerFeatures.All).Concat(MySqlFeatures.All).ToDictionary(f => f.Key, StringComparer.Ordinal);

    /// <summary>Every known feature, by key.</summary>
    public static IEnumerable<KnownFeature> All => ByKey.Values.OrderBy(f => f.Key, StringComparer.Ordinal);

    /// <summary>The feature with the given key; null when it is not known.</summary>
    public static KnownFeature? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>The features in a dictionary of FluentMigrator, by key; an unknown one is kept by its text.</summary>
    internal static Items<Feature> Read(IDictionary<string, object> features) => features
        // FluentMigrator's readers of features leave null under a key that nobody set.
        .Where(pair => pair.Value is not null)
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => new Feature(pair.Key, Find(pair.Key)?.Read(pair.Value) ?? Items.Of(Text(pair.Value))))
        .ToItems();

    /// <summary>Writes features into a dictionary of FluentMigrator; an unknown one as its text.</summary>
    internal static void Write(Items<Feature> features, IDictionary<string, object> target)
    {
        foreach (var feature in features)
        {
            target[feature.Key] = Find(feature.Key)?.Write(feature.Values) ?? feature.Values[0].Text!;
        }
    }

    private static Value Text(object value) => Value.Of(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
}
