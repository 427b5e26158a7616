namespace Migrations.Build.Verification.Chains;

/// <summary>Something that is not on the database as a release would have it, since a migration could not run there.</summary>
/// <param name="Name">The name of a table, view or index.</param>
/// <param name="RowsOnly">Whether only rows are missing or are not as they would be.</param>
/// <param name="Version">The migration that should have made it.</param>
/// <param name="Class">Its class.</param>
internal sealed record Gap(string Name, bool RowsOnly, long Version, string Class);
