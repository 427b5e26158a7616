namespace Migrations.Build.Model.Inverting;

/// <summary>How much of what an operation did its inverse undoes.</summary>
public enum Wholeness
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>The structure; values that were there before are lost.</summary>
    StructureOnly,

    /// <summary>Nothing, or not all of the structure.</summary>
    None,
}
