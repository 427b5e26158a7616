namespace Migrations.Build.Model.Operations;

/// <summary>Executes code of the migration itself (<c>Execute.WithConnection</c>).</summary>
public sealed record CodeStep(string Type, string Method, string Assembly) : Operation
{
    /// <summary>The description that the migration gives.</summary>
    public string? Description { get; init; }
}
