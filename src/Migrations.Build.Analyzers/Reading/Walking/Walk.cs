using Microsoft.CodeAnalysis;
using Migrations.Build.Analyzers.Reading.Chains;
using Migrations.Build.Analyzers.Reading.Drafts;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Walking;

/// <summary>What the walkers of one body share: where they read, where they write, whose <c>this</c> it is, and how far they may go.</summary>
internal sealed class Walk
{
    private const int MostSteps = 200_000;
    private const int DeepestCall = 40;
    private readonly CancellationToken _cancel;
    private int _steps;
    private List<DraftNode>? _gaveUpAt;

    public Walk(Sources sources, INamedTypeSymbol self, CancellationToken cancel)
    {
        (Sources, Self, _cancel) = (sources, self, cancel);
        Expressions = new(this);
        Statements = new(this);
        Calls = new(this);
        Members = new(this);
    }

    public Sources Sources { get; }

    /// <summary>The migration's class, which decides which override is called.</summary>
    public INamedTypeSymbol Self { get; }

    public DraftWriter Draft { get; } = new();

    public Expressions Expressions { get; }

    public Statements Statements { get; }

    public Calls Calls { get; }

    public Members Members { get; }

    /// <summary>How many bodies are open.</summary>
    public int Depth { get; set; }

    /// <summary>Whether an exception is on its way.</summary>
    public bool Thrown { get; set; }

    /// <summary>Whether the innermost body was left on one of two ways, so that what follows in it belongs to the other.</summary>
    public bool LeftBody { get; set; }

    /// <summary>Whether the innermost body returned on one of two ways, so that an exception on the other is not the only end of it.</summary>
    public bool MayHaveReturned { get; set; }

    /// <summary>Whether another body may be walked into.</summary>
    public bool MayGoDeeper => Depth < DeepestCall;

    /// <summary>Counts a step; false where there were too many to go on, and then the draft says at this point that something is missing.</summary>
    public bool Step(IOperation at)
    {
        _cancel.ThrowIfCancellationRequested();
        if (++_steps < MostSteps)
        {
            return true;
        }

        if (_gaveUpAt != Draft.Point)
        {
            _gaveUpAt = Draft.Point;
            Draft.Add(new Opaque("there is too much to follow"), Place(at));
        }

        return false;
    }

    /// <summary>Where an operation stands.</summary>
    public static Position Place(IOperation operation) => Position.Of(operation.Syntax.SyntaxTree, operation.Syntax.Span);
}
