namespace Migrations.Build.Cli.Output;

/// <summary>The line that matters most.</summary>
internal sealed record Title(string Text) : Block;
