using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Migrations.Build.Analyzers.Reading.Chains;
using Migrations.Build.Analyzers.Reading.Drafts;
using Migrations.Build.Analyzers.Reading.Terms;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Walking;

/// <summary>Follows calls: of FluentMigrator, of the framework's pure functions, and of methods whose source is at hand.</summary>
internal sealed class Calls(Walk walk)
{
    public Term Read(IInvocationOperation call, Frame frame)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return walk.Expressions.Read(call.Instance!, frame) is FunctionTerm function ? Invoke(function, Arguments(call, frame).Select(a => a.Value).ToArray(), frame) : Unfollowed(call, "a delegate that cannot be told", frame);
        }

        var on = call.Instance is null ? null : walk.Expressions.Read(call.Instance, frame);
        var arguments = Arguments(call, frame);
        if (on is RootTerm && method.Name == "IfDatabase" && Members.IsFluentMigrator(method.ContainingType))
        {
            return IfDatabase(call, arguments, frame);
        }

        if (on is RootTerm { Only: { } only } && method.Name == "Delegate" && arguments is [{ Value: FunctionTerm action }])
        {
            // What the action does to variables, it does on some databases only.
            var before = action.Frame.Snapshot();
            walk.Draft.Add(new DatabaseNode(only, walk.Draft.Aside(() => Invoke(action, [], frame))));
            action.Frame.Merge(before, "it depends on the database");
            return new ConstantTerm(null);
        }

        if (Fluent(on, method, arguments) is { } chain)
        {
            return Chained(chain, call, arguments, frame);
        }

        return Nondeterminism.Of(method) is { } source ? new UnknownTerm($"'{method.ContainingType.Name}.{method.Name}' differs from run to run") { Source = source }
            : Framework.Call(method, on, arguments, Invoked(frame)) is { } known ? Changed(call, known, frame)
            : Called(call) is var called && HasSource(called) ? Inline(called, arguments, frame)
            : Unfollowed(call, $"'{method.Name}', whose source is not at hand", frame);
    }

    /// <summary>Walks a method's body as if it stood here.</summary>
    public Term Inline(IMethodSymbol method, IReadOnlyList<Argument> arguments, Frame caller)
    {
        if (!walk.MayGoDeeper || walk.Sources.Body(method) is not { } body)
        {
            walk.Draft.Add(new Opaque($"'{method.Name}' cannot be followed"), default);
            return new UnknownTerm($"'{method.Name}' cannot be followed");
        }

        var inner = new Frame(method.MethodKind == MethodKind.LocalFunction ? caller : null);
        foreach (var parameter in method.OriginalDefinition.Parameters)
        {
            var given = arguments.FirstOrDefault(a => a.Parameter == parameter.Name)?.Value;
            inner.Declare(parameter, given ?? (parameter.HasExplicitDefaultValue ? Expressions.Constant(parameter.ExplicitDefaultValue, parameter.Type) : new UnknownTerm($"the parameter '{parameter.Name}' has no constant value")));
        }

        return Run(body, inner, method.ReturnsVoid);
    }

    /// <summary>Runs a lambda or a method.</summary>
    public Term Invoke(FunctionTerm function, IReadOnlyList<Term> arguments, Frame caller)
    {
        var method = function.Method;
        var named = method.Parameters.Select((p, i) => new Argument(p.Name, i < arguments.Count ? arguments[i] : new UnknownTerm($"the parameter '{p.Name}' has no value"))).ToArray();
        if (function.Lambda is not { } lambda)
        {
            return HasSource(method) ? Inline(method, named, method.MethodKind == MethodKind.LocalFunction ? function.Frame : caller) : new UnknownTerm($"'{method.Name}' cannot be followed");
        }

        var inner = new Frame(function.Frame);
        for (var i = 0; i < lambda.Symbol.Parameters.Length; i++)
        {
            inner.Declare(lambda.Symbol.Parameters[i], named[i].Value);
        }

        return walk.MayGoDeeper ? Run(lambda.Body, inner, lambda.Symbol.ReturnsVoid) : new UnknownTerm("a lambda cannot be followed");
    }

    private Term Run(IOperation body, Frame inner, bool isVoid)
    {
        var (point, left, returned) = (walk.Draft.Point, walk.LeftBody, walk.MayHaveReturned);
        (walk.LeftBody, walk.MayHaveReturned) = (false, false);
        walk.Depth++;
        var flow = walk.Statements.Run(body, inner);
        walk.Depth--;
        walk.Draft.Point = point;
        walk.Thrown = flow == Flow.Throw && !walk.MayHaveReturned;
        (walk.LeftBody, walk.MayHaveReturned) = (left, returned);
        return isVoid ? new ConstantTerm(null) : inner.Returned ?? new UnknownTerm("nothing is returned");
    }

    // A call on the migration is of the last override, unless it says 'base'.
    private IMethodSymbol Called(IInvocationOperation call) =>
        call.Instance is IInstanceReferenceOperation { Syntax: not BaseExpressionSyntax } ? walk.Members.Override(call.TargetMethod) : call.TargetMethod;

    private static bool HasSource(IMethodSymbol method) => method.OriginalDefinition.DeclaringSyntaxReferences.Length > 0 && !method.IsAbstract;

    private Func<FunctionTerm, IReadOnlyList<Term>, Term> Invoked(Frame frame) => (function, arguments) => Invoke(function, arguments, frame);

    private IReadOnlyList<Argument> Arguments(IInvocationOperation call, Frame frame)
    {
        // In the order in which they stand, since reading them may ask questions; then in the order of the parameters.
        var read = call.Arguments.Select(a => (a.Parameter, Value: walk.Expressions.Read(a.Value, frame))).ToArray();
        return read.OrderBy(a => a.Parameter?.Ordinal ?? 0).Select(a => new Argument(a.Parameter?.Name ?? "", a.Value)).ToArray();
    }

    private static Chain? Fluent(Term? on, IMethodSymbol method, IReadOnlyList<Argument> arguments) => on switch
    {
        ChainTerm chain when !HasSource(method) => chain.Chain,
        null when method.IsExtensionMethod && arguments.Count > 0 && arguments[0].Value is ChainTerm chain && !HasSource(method) => chain.Chain,
        _ => null,
    };

    private Term Chained(Chain chain, IInvocationOperation call, IReadOnlyList<Argument> arguments, Frame frame)
    {
        var method = call.TargetMethod;
        var own = call.Instance is null ? arguments.Skip(1).ToArray() : arguments;
        var step = new Call(method.Name, own, PlaceOf(call))
        {
            Namespace = method.ContainingNamespace.ToDisplayString(),
            TypeArguments = method.TypeArguments.Select(t => t.ToDisplayString()).ToArray(),
        };
        if (chain.Root != "Schema")
        {
            walk.Draft.Add(chain, step);
            return new ChainTerm(chain);
        }

        chain.Add(step);
        return method.Name == "Exists" ? Questions.Ask(chain, walk.Draft) : new ChainTerm(chain);
    }

    private Term IfDatabase(IInvocationOperation call, IReadOnlyList<Argument> arguments, Frame frame)
    {
        switch (arguments)
        {
            case [{ Value: ListTerm names }] when names.Items.All(n => n is ConstantTerm { Value: string }):
                return new RootTerm(new DatabaseCondition(names.Items.Select(n => (string)((ConstantTerm)n).Value!).ToArray(), TypesOnly: false));
            case [{ Value: FunctionTerm predicate }]:
                var answers = EngineTypes.All.Select(t => (Type: t, Holds: Patterns.Truth(Invoke(predicate, [new ConstantTerm(t)], frame)))).ToArray();
                if (answers.All(a => a.Holds is not null))
                {
                    return new RootTerm(new DatabaseCondition(answers.Where(a => a.Holds == true).Select(a => a.Type).ToArray(), TypesOnly: true));
                }

                break;
        }

        walk.Draft.Add(new Opaque("which databases 'IfDatabase' means cannot be told"), Walk.Place(call));
        return new RootTerm(new DatabaseCondition([], TypesOnly: true));
    }

    // A list that grows is another list in the same variable.
    private static Term Changed(IInvocationOperation call, Framework.Known known, Frame frame)
    {
        if (known.Changed is { } changed && call.Instance is ILocalReferenceOperation local)
        {
            frame.Assign(local.Local, changed);
        }

        return known.Value;
    }

    // What is handed the migration, or a chain of it, may add anything to it.
    private Term Unfollowed(IInvocationOperation call, string what, Frame frame)
    {
        var handed = call.Arguments.Select(a => a.Value).Append(call.Instance).Where(a => a is not null).Select(a => walk.Expressions.Read(a!, frame)).ToArray();
        if (handed.Any(t => t is ChainTerm or FunctionTerm || (t is RootTerm && call.TargetMethod.ContainingType.SpecialType != SpecialType.System_Object)))
        {
            walk.Draft.Add(new Opaque(what + " cannot be followed"), Walk.Place(call));
        }

        return new UnknownTerm(what + " cannot be followed") { Source = UnknownTerm.SourceOf(handed) };
    }

    private static Position PlaceOf(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } && access.Name.SyntaxTree is { } tree
            ? Position.Of(tree, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(access.Name.SpanStart, call.Syntax.Span.End))
            : Walk.Place(call);
}
