namespace Migrations.Build.Verification.Rows;

/// <summary>A row that is in a table before a migration.</summary>
/// <param name="Values">Its values, in the order of the table's writable columns.</param>
/// <param name="Place">Its number, or its key.</param>
/// <param name="Own">Whether a migration wrote it: then it is as it would be in a release.</param>
internal sealed record MadeRow(object?[] Values, object?[] Place, bool Own);
