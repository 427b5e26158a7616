using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Histories;

/// <summary>A query whose single value must hold; for every database when <paramref name="Database"/> is null.</summary>
public sealed record Expectation(string Name, string Query, Value Is, ExpectationMoment When, DatabaseKind? Database);
