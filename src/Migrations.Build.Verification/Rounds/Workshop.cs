using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Rows;

namespace Migrations.Build.Verification.Rounds;

/// <summary>What every round works with.</summary>
/// <param name="Release">Runs migrations.</param>
/// <param name="Samples">Values for columns that made-up ones would not suit.</param>
/// <param name="Rows">How many rows a table holds at least.</param>
/// <param name="Written">The database whose SQL the project writes.</param>
internal sealed record Workshop(Release Release, Samples Samples, int Rows, DatabaseKind Written)
{
    /// <summary>How many rows are written into each table after Up.</summary>
    public const int Few = 3;
}
