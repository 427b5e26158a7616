namespace Migrations.Build.Cli.Output;

/// <summary>Rows under headers; the last column takes what is left of the line.</summary>
internal sealed record Grid(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;
