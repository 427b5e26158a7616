using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Migrations.Build.Analyzers.Reading.Migrations;

/// <summary>
/// The migrations of one file. It is kept for as long as the file's tree lives, which an editor hands from compilation to compilation until
/// the file is edited, and holds nothing of a compilation; it counts while the files that it looked into are unchanged too.
/// </summary>
internal sealed class FileReading
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileReading> Known = new();

    private readonly WeakReference<SyntaxTree>[] _others;
    private readonly int _references;

    private FileReading(IReadOnlyList<MigrationDraft> drafts, IReadOnlyList<Overlooked> overlooked, IReadOnlyList<string> bases, int references)
    {
        (Drafts, Overlooked, Bases, _references) = (drafts, overlooked, bases, references);
        _others = drafts.SelectMany(d => d.Others).Distinct().Select(t => new WeakReference<SyntaxTree>(t)).ToArray();
    }

    /// <summary>The migrations, in the order in which they stand.</summary>
    public IReadOnlyList<MigrationDraft> Drafts { get; }

    /// <summary>The classes that look like migrations and never run.</summary>
    public IReadOnlyList<Overlooked> Overlooked { get; }

    /// <summary>The full names of the classes from which those of the file derive.</summary>
    public IReadOnlyList<string> Bases { get; }

    /// <summary>The migrations of a file in a compilation.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="known">FluentMigrator's types in it.</param>
    /// <param name="references">Tells the compilation's references from others.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static FileReading Of(SyntaxTree tree, Compilation compilation, KnownSymbols known, int references, CancellationToken cancel)
    {
        if (Known.TryGetValue(tree, out var read) && read.Holds(compilation, references))
        {
            return read;
        }

        read = Read(tree, compilation, known, references, cancel);
        Known.Remove(tree);
        return Known.GetValue(tree, _ => read);
    }

    private static FileReading Read(SyntaxTree tree, Compilation compilation, KnownSymbols known, int references, CancellationToken cancel)
    {
        // A migration has an attribute and a base class, in one of its parts at least.
        var classes = tree.GetRoot(cancel).DescendantNodes(n => n is not (BaseMethodDeclarationSyntax or BlockSyntax)).OfType<ClassDeclarationSyntax>()
            .Where(c => c.AttributeLists.Count > 0 || c.BaseList is not null || c.Modifiers.Any(m => m.Text == "partial")).ToArray();
        if (classes.Length == 0)
        {
            return new([], [], [], references);
        }

#pragma warning disable RS1030 // A history is more than one file: what is read of a file is kept for as long as it does not change.
        var model = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
        var reader = new MigrationReader(compilation, known, cancel);
        var types = classes.Select(c => model.GetDeclaredSymbol(c, cancel)).OfType<INamedTypeSymbol>()
            .Where(t => t.DeclaringSyntaxReferences[0].SyntaxTree == tree)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .ToArray();
        return new(
            types.Select(reader.Read).OfType<MigrationDraft>().ToArray(),
            types.Select(reader.Overlook).OfType<Overlooked>().ToArray(),
            types.Select(t => t.BaseType).OfType<INamedTypeSymbol>().Where(t => t.DeclaringSyntaxReferences.Length > 0).Select(Obstacle.NameOf).Distinct().ToArray(),
            references);
    }

    private bool Holds(Compilation compilation, int references) =>
        references == _references && _others.All(o => o.TryGetTarget(out var tree) && compilation.ContainsSyntaxTree(tree));
}
