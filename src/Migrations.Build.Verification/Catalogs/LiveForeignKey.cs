namespace Migrations.Build.Verification.Catalogs;

/// <summary>A foreign key as the database has it; <paramref name="ReferencedColumns"/> names the columns also where the statement left them out.</summary>
internal sealed record LiveForeignKey(IReadOnlyList<string> Columns, string Referenced, IReadOnlyList<string> ReferencedColumns)
{
    /// <summary>What it does when a row that is referred to changes or goes.</summary>
    public string Actions { get; init; } = "";
}
