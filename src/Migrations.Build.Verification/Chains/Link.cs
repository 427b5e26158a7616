using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Verification.Chains;

/// <summary>A migration in the order in which a release would run it.</summary>
/// <param name="Entry">What the manifest says of it.</param>
/// <param name="Migration">Its operations.</param>
/// <param name="Key">A digest of everything that its proof depends on: its own statements and all that came before.</param>
internal sealed record Link(MigrationEntry Entry, Migration Migration, string Key)
{
    /// <summary>The statements of Up.</summary>
    public required Items<Statement> Up { get; init; }

    /// <summary>The statements of Down.</summary>
    public required Items<Statement> Down { get; init; }

    /// <summary>Whether SQLite has statements for what it does.</summary>
    public bool Rendered { get; init; } = true;

    /// <summary>The version that stays when it is rolled back.</summary>
    public required long Previous { get; init; }

    /// <summary>What it does, as operations.</summary>
    public Script? Script => Migration.For(DatabaseKind.Sqlite) ?? (Migration.Scripts.Count > 0 ? Migration.Scripts[0] : null);

    public bool HasCode => Up.Concat(Down).Any(s => s.Kind == StatementKind.Code);

    /// <summary>Whether the bundle keeps whole rows of a table, or the values of a column, before Up destroys them.</summary>
    public bool Keeps(string table, string? column) => Up.Any(s => s.Kind == StatementKind.Keep)
        && (Kept.Count == 0 || Kept.Any(k => Same(k.Table, table) && (k.Columns.Count == 0 || (column is not null && k.Columns.Any(c => Same(c, column))))));

    /// <summary>Whether the bundle says that what is written after Up comes back with the next Up, where a Down destroys it.</summary>
    public bool BringsBackWhatIsWritten => Down.Any(s => s.Kind == StatementKind.Keep) && Entry.ReversibilityOn(DatabaseKind.Sqlite) is Reversibility.Reversible or Reversibility.KeepsData;

    /// <summary>Why Down is not run; null when it is.</summary>
    public string? WhyNoDown =>
        Up.Count == 0 && Down.Count == 0 ? null
        : Migration.ForwardOnly is not null ? "it is stated to be forward only"
        : Entry.InferredDown && Down.Count > 0 ? null
        : Script?.DownKind switch
        {
            DownKind.Empty => "its Down does nothing",
            DownKind.Throws => "its Down throws",
            DownKind.Unreadable => "its Down cannot be read",
            DownKind.ForwardOnly => "its base class makes it forward only",
            DownKind.Irreversible => "FluentMigrator cannot derive its Down",
            _ => Entry.Reversibility == Reversibility.ForwardOnly ? "the bundle says that it cannot be undone" : null,
        };

    // Where SQLite is no target, the manifest says nothing of what its statements keep.
    private IReadOnlyList<KeptData> Kept => [.. Entry.Keeps.Where(k => k.Database == DatabaseKind.Sqlite && k.Way == Direction.Up)];

    private static bool Same(string a, string b) => AsciiComparer.IgnoreCase.Equals(a, b);
}
