namespace Migrations.Build.Model.Histories;

/// <summary>A place in a source file; lines and columns count from one, zero is unknown.</summary>
public sealed record Place(string File, int Line, int Column)
{
    /// <summary>Whether it stands for a whole class, of which the name is somewhere before it, and not for what is on its line.</summary>
    public bool IsOfClass { get; init; }
}
