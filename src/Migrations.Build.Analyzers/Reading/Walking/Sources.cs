using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Migrations.Build.Analyzers.Reading.Walking;

/// <summary>The bodies of a compilation, and of the projects that it refers to where their sources are at hand; it notes which files were looked into.</summary>
internal sealed class Sources(Compilation compilation, CancellationToken cancel)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

    public Compilation Compilation => compilation;

    /// <summary>The files that what was read depends on.</summary>
    public HashSet<SyntaxTree> Seen { get; } = [];

    /// <summary>The body of a method, a getter or a local function; null where there is no source for it.</summary>
    public IOperation? Body(IMethodSymbol method)
    {
        foreach (var reference in method.OriginalDefinition.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancel);
            Note(method.ContainingType);
            switch (Model(syntax.SyntaxTree)?.GetOperation(syntax, cancel))
            {
                case IMethodBodyOperation body when (body.BlockBody ?? body.ExpressionBody) is { } found:
                    return found;
                case ILocalFunctionOperation { Body: { } found }:
                    return found;
                case IBlockOperation found:
                    return found;
            }

            if (syntax is ArrowExpressionClauseSyntax arrow && Model(syntax.SyntaxTree)?.GetOperation(arrow.Expression, cancel) is { } expression)
            {
                return expression;
            }
        }

        return null;
    }

    /// <summary>A constructor's body with what it passes to its base class; null where there is no source for it.</summary>
    public IConstructorBodyOperation? Constructor(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences is [var reference, ..] && reference.GetSyntax(cancel) is var syntax && Model(syntax.SyntaxTree)?.GetOperation(syntax, cancel) is IConstructorBodyOperation body
            ? body
            : null;

    /// <summary>The value that a field or property is declared with; null where there is none, or no source.</summary>
    public IOperation? Initializer(ISymbol member)
    {
        foreach (var reference in member.OriginalDefinition.DeclaringSyntaxReferences)
        {
            Note(member.ContainingType);
            var value = reference.GetSyntax(cancel) switch
            {
                VariableDeclaratorSyntax { Initializer.Value: { } found } => found,
                PropertyDeclarationSyntax { Initializer.Value: { } found } => found,
                PropertyDeclarationSyntax { ExpressionBody.Expression: { } found } => found,
                _ => null,
            };
            if (value is not null && Model(value.SyntaxTree)?.GetOperation(value, cancel) is { } operation)
            {
                return operation;
            }
        }

        return null;
    }

    /// <summary>Notes every file that a type is declared in.</summary>
    public void Note(INamedTypeSymbol? type)
    {
        foreach (var reference in type?.DeclaringSyntaxReferences ?? ImmutableArray<SyntaxReference>.Empty)
        {
            Seen.Add(reference.SyntaxTree);
        }
    }

    private SemanticModel? Model(SyntaxTree tree)
    {
        if (_models.TryGetValue(tree, out var known))
        {
            return known;
        }

        Seen.Add(tree);
        var owner = compilation.ContainsSyntaxTree(tree) ? compilation
            : compilation.References.OfType<CompilationReference>().Select(r => r.Compilation).FirstOrDefault(c => c.ContainsSyntaxTree(tree));
#pragma warning disable RS1030 // A history is more than one file: what is read of a file is kept for as long as it does not change.
        return owner is null ? null : _models[tree] = owner.GetSemanticModel(tree);
#pragma warning restore RS1030
    }
}
