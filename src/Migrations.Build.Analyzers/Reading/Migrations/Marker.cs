using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Migrations.Build.Analyzers.Reading.Terms;
using Migrations.Build.Analyzers.Reading.Walking;

namespace Migrations.Build.Analyzers.Reading.Migrations;

/// <summary>What a class's <c>[Migration]</c> says, also where a derived attribute computes it.</summary>
/// <param name="Version">The version; null where it cannot be told.</param>
internal sealed record Marker(long? Version)
{
    public string? Description { get; init; }

    public bool InTransaction { get; init; } = true;

    public bool BreakingChange { get; init; }

    /// <summary>Reads an attribute; null where it is none of FluentMigrator's that name a version.</summary>
    public static Marker? Of(AttributeData attribute, KnownSymbols known, Walk walk)
    {
        if (attribute.AttributeConstructor is not { } constructor || !KnownSymbols.Is(attribute.AttributeClass, known.MigrationAttribute))
        {
            return null;
        }

        var arguments = constructor.Parameters.Zip(attribute.ConstructorArguments, (p, a) => (p.Name, Term: Of(a))).ToDictionary(a => a.Name, a => a.Term, StringComparer.Ordinal);
        var breaking = attribute.NamedArguments.Any(n => n.Key == "BreakingChange" && n.Value.Value is true);
        return Of(constructor, arguments, known, walk, 0) is { } marker ? marker with { BreakingChange = breaking || marker.BreakingChange } : new Marker(default(long?));
    }

    /// <summary>A constant of an attribute.</summary>
    public static Term Of(TypedConstant constant) => constant.Kind == TypedConstantKind.Array
        ? new ListTerm(System.Collections.Immutable.ImmutableArray.CreateRange(constant.Values.Select(Of)))
        : Expressions.Constant(constant.Value, constant.Type);

    private static Marker? Of(IMethodSymbol constructor, Dictionary<string, Term> arguments, KnownSymbols known, Walk walk, int depth)
    {
        var type = constructor.ContainingType.OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(type, known.MigrationAttribute))
        {
            return new(Number(arguments, "version")) { Description = Text(arguments), InTransaction = !IsNone(arguments) };
        }

        if (SymbolEqualityComparer.Default.Equals(type, known.TimestampedAttribute))
        {
            return new(Timestamp(arguments)) { Description = Text(arguments), InTransaction = !IsNone(arguments) };
        }

        if (depth > 8 || walk.Sources.Constructor(constructor) is not { Initializer: { } initializer } || Called(initializer) is not { } call)
        {
            return null;
        }

        var frame = new Frame();
        foreach (var parameter in constructor.Parameters)
        {
            frame.Declare(parameter, arguments.TryGetValue(parameter.Name, out var given) ? given : new UnknownTerm($"the parameter '{parameter.Name}' has no value"));
        }

        var passed = call.Arguments.Where(a => a.Parameter is not null).ToDictionary(a => a.Parameter!.Name, a => walk.Expressions.Read(a.Value, frame), StringComparer.Ordinal);
        return Of(call.TargetMethod, passed, known, walk, depth + 1);
    }

    private static IInvocationOperation? Called(IOperation initializer) => initializer as IInvocationOperation ?? (initializer as IExpressionStatementOperation)?.Operation as IInvocationOperation;

    private static long? Number(Dictionary<string, Term> arguments, string name) =>
        arguments.TryGetValue(name, out var term) && term is ConstantTerm { Value: { } value } && Numbers.To(value, SpecialType.System_Int64) is long number ? number : null;

    private static string? Text(Dictionary<string, Term> arguments) => arguments.TryGetValue("description", out var term) && term is ConstantTerm { Value: string text } ? text : null;

    private static bool IsNone(Dictionary<string, Term> arguments) => arguments.TryGetValue("transactionBehavior", out var term) && term is MemberTerm { Name: "None" };

    // FluentMigrator 8 writes the parts one behind the other, with zero for seconds that are not said.
    private static long? Timestamp(Dictionary<string, Term> arguments)
    {
        var parts = new[] { "year", "month", "day", "hour", "minute" }.Select(n => Number(arguments, n)).ToArray();
        if (parts.Any(p => p is null))
        {
            return null;
        }

        var minutes = parts.Skip(1).Aggregate(parts[0]!.Value, (all, part) => (all * 100) + part!.Value);
        return (minutes * 100) + (arguments.ContainsKey("second") ? Number(arguments, "second") : 0);
    }
}
