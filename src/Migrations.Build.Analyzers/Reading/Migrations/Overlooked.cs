using Migrations.Build.Model.Histories;

namespace Migrations.Build.Analyzers.Reading.Migrations;

/// <summary>A class that looks like a migration and never runs.</summary>
/// <param name="Class">What is said of it.</param>
/// <param name="UnlessBaseOf">Its full name, where it is nothing to speak of as soon as another class derives from it.</param>
internal sealed record Overlooked(PassedOver Class, string? UnlessBaseOf);
