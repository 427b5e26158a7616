namespace Migrations.Build.Cli.Output;

/// <summary>A sentence.</summary>
internal sealed record Line(string Text) : Block;
