namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>Which of a migration's two ways is read.</summary>
internal enum Way
{
    /// <summary>What applies it.</summary>
    Up,

    /// <summary>What rolls it back.</summary>
    Down,
}
