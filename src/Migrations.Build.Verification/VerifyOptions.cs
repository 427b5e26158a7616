using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;
using Migrations.Build.Verification.Rows;

namespace Migrations.Build.Verification;

/// <summary>How a bundle is verified.</summary>
public sealed record VerifyOptions
{
    /// <summary>How many rows each table holds at least.</summary>
    public int Rows { get; init; } = 25;

    /// <summary>Values for columns that made-up ones would not suit.</summary>
    public Samples Samples { get; init; } = Samples.None;

    /// <summary>The history with the places of its migrations; null for the bundle's own, which has none.</summary>
    public History? History { get; init; }

    /// <summary>What shipped; null when there is no releases file, so that each migration is a release of its own.</summary>
    public ReleasesFile? Releases { get; init; }

    /// <summary>An empty database file to work on, which is empty again in the end, with copies beside it; null for one in the temporary folder.</summary>
    public string? Scratch { get; init; }

    /// <summary>Where to keep what is proved, so that it is not proved again; null for nowhere.</summary>
    public string? StateFolder { get; init; }
}
