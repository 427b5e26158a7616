using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Migrations.Build.Analyzers.Reading.Chains;
using Migrations.Build.Analyzers.Reading.Terms;

namespace Migrations.Build.Analyzers.Reading.Walking;

/// <summary>Tells what fields, properties and new objects are known to be.</summary>
internal sealed class Members(Walk walk)
{
    private static readonly HashSet<string> Roots = ["Create", "Alter", "Delete", "Rename", "Insert", "Update", "Execute", "Schema"];

    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);

    public Term Field(IFieldReferenceOperation reference, Frame frame)
    {
        var field = reference.Field;
        if (frame.Find(field) is { } assigned)
        {
            return assigned;
        }

        if (reference.Instance is { } instance and not IInstanceReferenceOperation)
        {
            return walk.Expressions.Read(instance, frame) is FieldsTerm fields && (fields[field.Name] ?? ByPlace(fields, field)) is { } value ? value : new UnknownTerm($"'{field.Name}' has no constant value");
        }

        return Constants.Known(field) ?? (field.IsReadOnly || field.IsConst ? Initial(field, frame) : null) ?? new UnknownTerm($"the field '{field.Name}' may be changed at run time") { Source = Nondeterminism.Of(field) };
    }

    public Term Property(IPropertyReferenceOperation reference, Frame frame)
    {
        var property = reference.Property;
        var on = reference.Instance is null ? null : walk.Expressions.Read(reference.Instance, frame);
        if (on is RootTerm root && Roots.Contains(property.Name) && IsFluentMigrator(property.ContainingType))
        {
            return new ChainTerm(new Chain(property.Name, root.Only));
        }

        if (Nondeterminism.Of(property) is { } source)
        {
            return new UnknownTerm($"'{property.ContainingType.Name}.{property.Name}' differs from run to run") { Source = source };
        }

        return (on, property.Name) switch
        {
            (FieldsTerm fields, _) when fields[property.Name] is { } value => value,
            (FieldsTerm fields, _) when property.IsIndexer && reference.Arguments.Length == 1 && walk.Expressions.Read(reference.Arguments[0].Value, frame) is ConstantTerm { Value: string key } && fields[key] is { } value => value,
            (ListTerm list, "Length" or "Count") => new ConstantTerm(list.Items.Length),
            (ListTerm list, _) when property.IsIndexer && walk.Expressions.Read(reference.Arguments[0].Value, frame) is ConstantTerm { Value: int at } && at >= 0 && at < list.Items.Length => list.Items[at],
            (ConstantTerm { Value: string text }, "Length") => new ConstantTerm(text.Length),
            (null or RootTerm, _) => Constants.Known(property) ?? Get((IPropertySymbol)Override(property), frame) ?? new UnknownTerm($"the property '{property.Name}' cannot be followed"),
            _ => Operators.Unknown(on!),
        };
    }

    public Term Make(IObjectCreationOperation creation, Frame frame)
    {
        var type = creation.Constructor?.ContainingType;
        var arguments = creation.Arguments.OrderBy(a => a.Parameter?.Ordinal ?? 0).Select(a => new KeyValuePair<string, Term>(a.Parameter?.Name ?? "", walk.Expressions.Read(a.Value, frame))).ToImmutableArray();
        if (type is null)
        {
            return new UnknownTerm("an object cannot be told");
        }

        if (Constants.New(type, arguments.Select(a => a.Value).ToArray()) is { } known)
        {
            return known;
        }

        if (type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable))
        {
            return Collection(creation, arguments, frame);
        }

        // An object of one's own: what its constructor's parameters and its initializer name. A property that a primary constructor makes has the parameter's name.
        return type.DeclaringSyntaxReferences.Length > 0
            ? new FieldsTerm(arguments.AddRange(walk.Expressions.Fields(creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty, frame).Fields))
            : new UnknownTerm($"a new '{type.Name}' cannot be told")
            {
                Source = Nondeterminism.OfNew(type, arguments.Length) ?? UnknownTerm.SourceOf(arguments.Select(a => a.Value)),
            };
    }

    /// <summary>The method or property that is called on the migration: the last override that its class has.</summary>
    public T Override<T>(T member)
        where T : class, ISymbol
    {
        if (!member.IsVirtual && !member.IsAbstract && !member.IsOverride)
        {
            return member;
        }

        for (var type = walk.Self; type is not null; type = type.BaseType)
        {
            foreach (var candidate in type.GetMembers(member.Name).OfType<T>())
            {
                for (ISymbol? overridden = candidate; overridden is not null; overridden = Overridden(overridden))
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, member.OriginalDefinition))
                    {
                        return candidate;
                    }
                }
            }
        }

        return member;
    }

    /// <summary>Whether a type is FluentMigrator's own.</summary>
    public static bool IsFluentMigrator(ISymbol? symbol)
    {
        var space = symbol?.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == "FluentMigrator";
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private static Term? ByPlace(FieldsTerm fields, IFieldSymbol field) =>
        field.CorrespondingTupleField is { } item && item.Name.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(item.Name.Substring(4), out var number) && number <= fields.Fields.Length
            ? fields.Fields[number - 1].Value
            : null;

    private Term? Get(IPropertySymbol property, Frame frame)
    {
        if (Initial(property, frame) is { } value)
        {
            return value;
        }

        return property.GetMethod is { } getter && walk.MayGoDeeper && walk.Sources.Body(getter) is not null ? walk.Calls.Inline(getter, [], frame) : null;
    }

    private Term? Initial(ISymbol member, Frame frame)
    {
        if (!_open.Add(member))
        {
            return new UnknownTerm($"'{member.Name}' refers to itself");
        }

        try
        {
            return walk.Sources.Initializer(member) is { } value ? walk.Expressions.Read(value, frame) : null;
        }
        finally
        {
            _open.Remove(member);
        }
    }

    private Term Collection(IObjectCreationOperation creation, ImmutableArray<KeyValuePair<string, Term>> arguments, Frame frame)
    {
        var items = arguments.Length > 0 && arguments[0].Value is ListTerm given ? given.Items : ImmutableArray<Term>.Empty;
        var pairs = ImmutableArray.CreateBuilder<KeyValuePair<string, Term>>();
        foreach (var initializer in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            switch (initializer)
            {
                case IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 } add:
                    items = items.Add(walk.Expressions.Read(add.Arguments[0].Value, frame));
                    break;
                case IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 2 } add when walk.Expressions.Read(add.Arguments[0].Value, frame) is ConstantTerm { Value: string key }:
                    pairs.Add(new(key, walk.Expressions.Read(add.Arguments[1].Value, frame)));
                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: 1 } target } set when walk.Expressions.Read(target.Arguments[0].Value, frame) is ConstantTerm { Value: string key }:
                    pairs.Add(new(key, walk.Expressions.Read(set.Value, frame)));
                    break;
                default:
                    return new UnknownTerm("a collection is filled in a way that is not followed");
            }
        }

        var isDictionary = creation.Type?.Name.EndsWith("Dictionary", StringComparison.Ordinal) == true;
        return isDictionary ? new FieldsTerm(pairs.ToImmutable()) : new ListTerm(items);
    }
}
