using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Cli.Output;

/// <summary>What people read, before it is known whether on a terminal or in a file.</summary>
internal sealed class Report
{
    private readonly List<Block> _blocks = [];

    public IReadOnlyList<Block> Blocks => _blocks;

    public Report Title(string text) => With(new Title(text));

    public Report Line(string text) => With(new Line(text));

    public Report Grid(IEnumerable<string> headers, IEnumerable<IReadOnlyList<string>> rows) => With(new Grid([.. headers], [.. rows]));

    public Report Branch(string title, IEnumerable<string> facts, IEnumerable<Statement> statements) =>
        With(new Branch(title, [.. facts], [.. statements.Select(s => s.Kind is StatementKind.Code or StatementKind.Check ? s.Kind.ToString().ToLowerInvariant() + ": " + s.Text : s.Text)]));

    private Report With(Block block)
    {
        _blocks.Add(block);
        return this;
    }
}
