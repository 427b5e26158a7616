using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Features;

/// <summary>A key that a provider's extension methods write into <c>AdditionalFeatures</c>: whose it is, and its value both ways.</summary>
/// <param name="Key">The key.</param>
/// <param name="Engine">The engine whose extension it is; MySQL stands for MariaDB too.</param>
/// <param name="Loss">What is lost elsewhere.</param>
/// <param name="Read">The value as values of the model.</param>
/// <param name="Write">The values of the model as the object that the generators expect.</param>
public sealed record KnownFeature(
    string Key,
    DatabaseKind Engine,
    FeatureLoss Loss,
    Func<object, Items<Value>> Read,
    Func<Items<Value>, object> Write)
{
    /// <summary>Whether an engine's generator renders it.</summary>
    public bool On(DatabaseKind kind) => kind == Engine || (Engine == DatabaseKind.MySql && kind == DatabaseKind.MariaDb);
}
