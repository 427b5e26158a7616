namespace Migrations.Build.Model.Operations;

/// <summary>An engine-specific feature under the key that FluentMigrator gives it, such as <c>PostgresConcurrently</c>.</summary>
public sealed record Feature(string Key, Items<Value> Values);
