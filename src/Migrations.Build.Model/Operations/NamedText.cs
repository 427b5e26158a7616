namespace Migrations.Build.Model.Operations;

/// <summary>A text under a name.</summary>
public sealed record NamedText(string Name, string Text);
