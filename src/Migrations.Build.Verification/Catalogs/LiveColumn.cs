namespace Migrations.Build.Verification.Catalogs;

/// <summary>A column as the database has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type that was declared; may be empty.</param>
/// <param name="NotNull">Whether nulls are refused.</param>
/// <param name="Default">The text of its default.</param>
/// <param name="KeyPart">Its place in the primary key, from one; zero when it is not in it.</param>
/// <param name="Generated">Whether the database computes it.</param>
internal sealed record LiveColumn(string Name, string Type, bool NotNull, string? Default, int KeyPart, bool Generated);
