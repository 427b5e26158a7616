namespace Migrations.Build.Model.Operations;

/// <summary>A column and the value it has, gets or is compared with.</summary>
public sealed record Cell(string Column, Value Value);
