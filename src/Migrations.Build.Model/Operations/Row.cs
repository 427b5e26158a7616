namespace Migrations.Build.Model.Operations;

/// <summary>The cells of a row, in the order in which they were written.</summary>
public sealed record Row(Items<Cell> Cells);
