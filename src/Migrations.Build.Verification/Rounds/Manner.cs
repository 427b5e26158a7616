namespace Migrations.Build.Verification.Rounds;

/// <summary>When a round writes rows of its own.</summary>
internal enum Manner
{
    /// <summary>After the first Up: one way there and back shows everything, as long as nothing is different.</summary>
    Together,

    /// <summary>After the second Up, so that what is compared before is not disturbed.</summary>
    Apart,

    /// <summary>Never.</summary>
    Never,
}
