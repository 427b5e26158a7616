namespace Migrations.Build.Cli.Output;

/// <summary>A thing, facts about it, and the numbered texts below it.</summary>
internal sealed record Branch(string Heading, IReadOnlyList<string> Facts, IReadOnlyList<string> Texts) : Block;
