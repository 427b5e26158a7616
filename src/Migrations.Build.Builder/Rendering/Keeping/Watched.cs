namespace Migrations.Build.Builder.Rendering.Keeping;

/// <summary>A column that tells of an edit.</summary>
/// <param name="Column">The column, by its name when the way back begins.</param>
/// <param name="Noted">The column of the kept table that holds what the way left in it.</param>
/// <param name="Part">The position of the kept column whose value is not to go back where this was edited; null for all columns that are gone.</param>
internal sealed record Watched(string Column, string Noted, int? Part);
