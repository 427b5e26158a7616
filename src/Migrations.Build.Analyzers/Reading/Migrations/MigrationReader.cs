using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Migrations.Build.Analyzers.Reading.Chains;
using Migrations.Build.Analyzers.Reading.Drafts;
using Migrations.Build.Analyzers.Reading.Terms;
using Migrations.Build.Analyzers.Reading.Walking;
using Migrations.Build.Model;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Migrations;

/// <summary>Reads a migration class: what its attributes say, and what its Up and Down do.</summary>
internal sealed class MigrationReader(Compilation compilation, KnownSymbols known, CancellationToken cancel)
{
    /// <summary>The migration; null where the class is none that FluentMigrator runs.</summary>
    public MigrationDraft? Read(INamedTypeSymbol type)
    {
        if (!IsRun(type) || type.DeclaringSyntaxReferences.Length == 0 || type.DeclaringSyntaxReferences[0].GetSyntax(cancel) is not TypeDeclarationSyntax declaration)
        {
            return null;
        }

        var sources = new Sources(compilation, cancel);
        var (kind, occasion) = Occasion(type);
        var marker = MarkerOf(type, sources);
        var shape = Shape(type);
        var up = shape == MigrationShape.Scripted ? Scripts() : Walked(type, known.Up, sources);
        var down = shape == MigrationShape.TwoWays ? Walked(type, known.Down, sources) : shape == MigrationShape.Scripted ? Scripts() : null;
        sources.Note(type);
        var facts = Facts(type, marker, kind, occasion) with { Place = PlaceOf(declaration), DownPlace = DownPlace(type, declaration), Summary = Summaries.Of(type, cancel) };
        return new MigrationDraft(facts, up, down)
        {
            Shape = shape,
            HasVersion = kind != MigrationKind.Versioned || marker?.Version is not null,
            Others = sources.Seen.Where(t => t != declaration.SyntaxTree).ToArray(),
        };
    }

    /// <summary>What is said of a class that looks like a migration and never runs; null where it runs, or is nothing that should.</summary>
    public Overlooked? Overlook(INamedTypeSymbol type)
    {
        if (Obstacle.Of(type, known, out var isMarked) is not { } why || type.DeclaringSyntaxReferences[0].GetSyntax(cancel) is not TypeDeclarationSyntax declaration)
        {
            return null;
        }

        var version = isMarked ? MarkerOf(type, new Sources(compilation, cancel))?.Version : null;
        return new(new(type.Name, why) { Version = version ?? 0, Place = PlaceOf(declaration) }, isMarked ? null : Obstacle.NameOf(type));
    }

    private static Place PlaceOf(TypeDeclarationSyntax declaration) => Position.Of(declaration.SyntaxTree, declaration.Identifier.Span).ToPlace();

    private static WayDraft Scripts() => new([new StepNode(new Opaque("the scripts named after the class are read by the build"), default)]);

    private bool IsRun(INamedTypeSymbol type) =>
        Obstacle.Of(type, known, out var isMarked) is null && isMarked && Obstacle.IsMigration(type, known);

    private Marker? MarkerOf(INamedTypeSymbol type, Sources sources) =>
        type.GetAttributes().Select(a => Marker.Of(a, known, new Walk(sources, type, cancel))).FirstOrDefault(m => m is not null);

    private static Migration Facts(INamedTypeSymbol type, Marker? marker, MigrationKind kind, string? occasion)
    {
        var tags = Tags(type).ToArray();
        return Annotated.AddTo(
            new Migration(marker?.Version ?? 0, type.MetadataName)
            {
                FullName = type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat),
                Description = marker?.Description,
                Kind = kind,
                Transaction = InTransaction(type, marker) ? TransactionMode.Own : TransactionMode.None,
                BreakingChange = marker?.BreakingChange == true,
                Tags = tags.SelectMany(t => t.Names).Distinct(StringComparer.Ordinal).OrderBy(t => t, StringComparer.Ordinal).ToItems(),
                AnyTag = tags.Any(t => t.Any),
                Occasion = occasion,
            },
            type);
    }

    // Maintenance runs outside of a transaction unless it says otherwise.
    private static bool InTransaction(INamedTypeSymbol type, Marker? marker) => marker?.InTransaction
        ?? type.GetAttributes().FirstOrDefault(a => a.AttributeClass is { Name: "MaintenanceAttribute" } found && Members.IsFluentMigrator(found)) is not { } maintenance
        || maintenance.ConstructorArguments.Any(c => c.Kind == TypedConstantKind.Enum && Marker.Of(c) is MemberTerm { Type: "TransactionBehavior", Name: "Default" });

    // FluentMigrator gathers the tags of base classes and interfaces too.
    private static IEnumerable<(IEnumerable<string> Names, bool Any)> Tags(INamedTypeSymbol type)
    {
        var owners = type.AllInterfaces.ToList();
        for (var at = type; at is not null; at = at.BaseType)
        {
            owners.Add(at);
        }

        return owners.SelectMany(o => o.GetAttributes()).Where(a => a.AttributeClass is { Name: "TagsAttribute" } tags && Members.IsFluentMigrator(tags)).Select(a => (
            a.ConstructorArguments.SelectMany(c => c.Kind == TypedConstantKind.Array ? c.Values.Select(v => v.Value) : [c.Value]).OfType<string>(),
            a.ConstructorArguments.Any(c => c.Kind == TypedConstantKind.Enum && Marker.Of(c) is MemberTerm { Name: "RequireAny" })));
    }

    private (MigrationKind Kind, string? Occasion) Occasion(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            var first = attribute.ConstructorArguments.Length > 0 ? attribute.ConstructorArguments[0] : default;
            if (KnownSymbols.Is(attribute.AttributeClass, known.ProfileAttribute))
            {
                return (MigrationKind.Profile, first.Value as string);
            }

            if (KnownSymbols.Is(attribute.AttributeClass, known.MaintenanceAttribute))
            {
                return (MigrationKind.Maintenance, first.Kind == TypedConstantKind.Enum && Marker.Of(first) is MemberTerm stage ? stage.Name : null);
            }
        }

        return (MigrationKind.Versioned, null);
    }

    private MigrationShape Shape(INamedTypeSymbol type) =>
        KnownSymbols.Is(type, known.AutoReversing) ? MigrationShape.Reversing
        : KnownSymbols.Is(type, known.ForwardOnly) ? MigrationShape.ForwardOnly
        : KnownSymbols.Is(type, known.AutoScript) ? MigrationShape.Scripted
        : MigrationShape.TwoWays;

    private WayDraft Walked(INamedTypeSymbol type, IMethodSymbol? way, Sources sources)
    {
        var walk = new Walk(sources, type, cancel);
        if (way is null || walk.Members.Override(way) is not { } method || sources.Body(method) is null)
        {
            return new([]);
        }

        walk.Calls.Inline(method, [], new Frame());
        var compiler = new DraftCompiler();
        return new(compiler.Compile(walk.Draft.Nodes)) { Throws = walk.Thrown, Problems = compiler.Problems };
    }

    private Place DownPlace(INamedTypeSymbol type, TypeDeclarationSyntax declaration)
    {
        var name = type.GetMembers("Down").OfType<IMethodSymbol>().SelectMany(m => m.DeclaringSyntaxReferences)
            .Where(r => r.SyntaxTree == declaration.SyntaxTree)
            .Select(r => r.GetSyntax(cancel)).OfType<MethodDeclarationSyntax>()
            .Select(m => m.Identifier)
            .DefaultIfEmpty(declaration.Identifier)
            .First();
        return Position.Of(declaration.SyntaxTree, name.Span).ToPlace();
    }
}
