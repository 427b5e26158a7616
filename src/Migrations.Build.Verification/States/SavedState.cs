using Migrations.Build.Model;
using Migrations.Build.Verification.Chains;
using Migrations.Build.Verification.Proofs;

namespace Migrations.Build.Verification.States;

/// <summary>What is kept of a chain that was proved up to some migration: the results, and the file that the last one left.</summary>
/// <param name="Key">The key of the last migration that was proved.</param>
/// <param name="File">The name of the database file beside this.</param>
/// <param name="Digest">The digest of that file.</param>
/// <param name="Releases">The digest of what was released, for the results that depend on it.</param>
internal sealed record SavedState(string Key, string File, string Digest, string Releases)
{
    /// <summary>What the next migration has to know beside the file.</summary>
    public Past Past { get; init; } = Past.None;

    /// <summary>The result of each migration up to that one.</summary>
    public Items<Result> Results { get; init; } = Items<Result>.Empty;
}
