namespace Migrations.Build.Cli.Output;

/// <summary>A piece of a report.</summary>
internal abstract record Block;
