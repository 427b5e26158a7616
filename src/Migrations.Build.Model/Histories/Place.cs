namespace Migrations.Build.Model.Histories;

/// <summary>A place in a source file; lines and columns count from one, zero is unknown.</summary>
public sealed record Place(string File, int Line, int Column);
