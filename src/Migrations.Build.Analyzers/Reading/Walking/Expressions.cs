using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Migrations.Build.Analyzers.Reading.Drafts;
using Migrations.Build.Analyzers.Reading.Terms;

namespace Migrations.Build.Analyzers.Reading.Walking;

/// <summary>Tells what an expression is known to be.</summary>
internal sealed class Expressions(Walk walk)
{
    // Newer compilers have a name for it.
    private const OperationKind CollectionExpression = (OperationKind)127;

    public Term Read(IOperation expression, Frame frame)
    {
        if (!walk.Step(expression))
        {
            return new UnknownTerm("there is too much to follow");
        }

        return expression.ConstantValue is { HasValue: true } constant ? Constant(constant.Value, expression.Type) : expression switch
        {
            IConversionOperation conversion => Convert(conversion, frame),
            IParenthesizedOperation inner => Read(inner.Operand, frame),
            ILocalReferenceOperation local => frame.Find(local.Local) ?? new UnknownTerm($"'{local.Local.Name}' has no constant value"),
            IParameterReferenceOperation parameter => frame.Find(parameter.Parameter) ?? new UnknownTerm($"the parameter '{parameter.Parameter.Name}' has no constant value"),
            IFieldReferenceOperation field => walk.Members.Field(field, frame),
            IPropertyReferenceOperation property => walk.Members.Property(property, frame),
            IInvocationOperation call => walk.Calls.Read(call, frame),
            IObjectCreationOperation creation => walk.Members.Make(creation, frame),
            IAnonymousObjectCreationOperation creation => Fields(creation.Initializers, frame),
            IArrayCreationOperation array => List(array, frame),
            IInterpolatedStringOperation text => Interpolated(text, frame),
            IBinaryOperation { OperatorMethod: null } binary => Binary(binary, frame),
            IBinaryOperation binary => Operated(binary, frame),
            IUnaryOperation { OperatorMethod: null } unary => Operators.Unary(unary.OperatorKind, Read(unary.Operand, frame)),
            IConditionalOperation choice => Choose(choice, frame),
            ICoalesceOperation coalesce => Coalesce(coalesce, frame),
            ISwitchExpressionOperation choice => Switch(choice, frame),
            IIsPatternOperation test => Patterns.Fits(test.Pattern, Read(test.Value, frame), walk, frame) is { } fits ? new ConstantTerm(fits) : new UnknownTerm("a pattern cannot be followed"),
            IDelegateCreationOperation creation => Read(creation.Target, frame),
            IAnonymousFunctionOperation lambda => new FunctionTerm(lambda.Symbol, lambda, frame),
            IMethodReferenceOperation method => new FunctionTerm(walk.Members.Override(method.Method), null, frame),
            ITupleOperation tuple => Tuple(tuple, frame),
            ISimpleAssignmentOperation assignment => Assign(assignment.Target, Read(assignment.Value, frame), frame),
            ICompoundAssignmentOperation assignment => Assign(assignment.Target, Operators.Binary(assignment.OperatorKind, Read(assignment.Target, frame), Read(assignment.Value, frame)), frame),
            IIncrementOrDecrementOperation step => Increment(step, frame),
            IDeconstructionAssignmentOperation deconstruction => Deconstruct(deconstruction, frame),
            IArrayElementReferenceOperation element => Element(Read(element.ArrayReference, frame), element.Indices.Length == 1 ? Read(element.Indices[0], frame) : new UnknownTerm("an index cannot be told")),
            IInstanceReferenceOperation => new RootTerm(null),
            IDefaultValueOperation { Type.IsReferenceType: true } => new ConstantTerm(null),
            IConditionalAccessOperation access => ConditionalAccess(access, frame),
            IConditionalAccessInstanceOperation instance => frame.Find(Accessed(instance)) ?? new UnknownTerm("it cannot be followed"),
            IArrayInitializerOperation array => new ListTerm(array.ElementValues.Select(e => Read(e, frame)).ToImmutableArray()),
            _ when expression.Kind == CollectionExpression || expression.Syntax is CollectionExpressionSyntax => new ListTerm(Elements(expression, frame)),
            _ => new UnknownTerm($"'{Short(expression.Syntax)}' cannot be followed"),
        };
    }

    /// <summary>A constant as a term.</summary>
    public static Term Constant(object? value, ITypeSymbol? type)
    {
        var own = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return value is not null && own is INamedTypeSymbol { TypeKind: TypeKind.Enum } members
            ? new MemberTerm(members.Name, members.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(m => Equals(m.ConstantValue, value))?.Name ?? System.Convert.ToString(value, CultureInfo.InvariantCulture)!, value)
            : new ConstantTerm(value);
    }

    /// <summary>The fields that an initializer names, each with its value.</summary>
    public FieldsTerm Fields(IEnumerable<IOperation> initializers, Frame frame) => new(initializers.OfType<ISimpleAssignmentOperation>()
        .Where(a => a.Target is IMemberReferenceOperation)
        .Select(a => new KeyValuePair<string, Term>(((IMemberReferenceOperation)a.Target).Member.Name, Read(a.Value, frame)))
        .ToImmutableArray());

    private static string Short(SyntaxNode syntax) => syntax.ToString() is var text && text.IndexOf('\n') is > 0 and var end ? text.Substring(0, end).Trim() + "…" : text;

    private UnknownTerm Operated(IBinaryOperation binary, Frame frame) =>
        new($"'{Short(binary.Syntax)}' cannot be followed") { Source = UnknownTerm.SourceOf([Read(binary.LeftOperand, frame), Read(binary.RightOperand, frame)]) };

    private Term Convert(IConversionOperation conversion, Frame frame)
    {
        var operand = Read(conversion.Operand, frame);
        if (conversion.OperatorMethod is { } method)
        {
            return method.ContainingType.Name == "NonUnicodeString" && operand is ConstantTerm { Value: string or null } text ? new AnsiTerm((string?)text.Value)
                : Operators.Unknown(operand);
        }

        return operand is ConstantTerm { Value: { } value } && conversion.Type is { } type && Numbers.To(value, type.SpecialType) is { } converted ? new ConstantTerm(converted) : operand;
    }

    private ListTerm List(IArrayCreationOperation array, Frame frame) =>
        new(array.Initializer is null ? ImmutableArray<Term>.Empty : array.Initializer.ElementValues.Select(e => Read(e, frame)).ToImmutableArray());

    private ImmutableArray<Term> Elements(IOperation collection, Frame frame) => collection.ChildOperations
        .SelectMany(e => e.Syntax is SpreadElementSyntax ? e.ChildOperations.SelectMany(s => Read(s, frame) is ListTerm list ? list.Items : ImmutableArray.Create<Term>(new UnknownTerm("a spread element cannot be told"))) : new[] { Read(e, frame) })
        .ToImmutableArray();

    private Term Interpolated(IInterpolatedStringOperation text, Frame frame)
    {
        var whole = "";
        foreach (var part in text.Parts)
        {
            var term = part switch
            {
                IInterpolatedStringTextOperation plain => Read(plain.Text, frame),
                IInterpolationOperation { Alignment: null, FormatString: null } hole => Read(hole.Expression, frame),
                IInterpolationOperation { Alignment: null } hole => Formatted(Read(hole.Expression, frame), hole.FormatString!.ConstantValue.Value as string),
                _ => new UnknownTerm($"'{Short(part.Syntax)}' cannot be followed"),
            };
            if (!Operators.HasText(term))
            {
                return Operators.Unknown(term);
            }

            whole += Operators.Text(term);
        }

        return new ConstantTerm(whole);
    }

    // Only what every culture writes alike.
    private static Term Formatted(Term term, string? format) =>
        term is ConstantTerm { Value: int or long or Guid } number && format is not null && (number.Value is Guid || (format.Length > 0 && format[0] is 'D' or 'd' or 'X' or 'x' or '0'))
            ? new ConstantTerm(((IFormattable)number.Value!).ToString(format, CultureInfo.InvariantCulture))
            : Operators.Unknown(term);

    private Term Binary(IBinaryOperation binary, Frame frame)
    {
        var left = Read(binary.LeftOperand, frame);
        var isAnd = binary.OperatorKind is BinaryOperatorKind.ConditionalAnd;
        if (binary.OperatorKind is not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr))
        {
            return Operators.Binary(binary.OperatorKind, left, Read(binary.RightOperand, frame));
        }

        if (left is ConstantTerm { Value: bool decided })
        {
            return decided == isAnd ? Read(binary.RightOperand, frame) : left;
        }

        // The right side is asked only where the left one does not decide.
        Term answer = new ConstantTerm(null);
        Term Right() => answer = Read(binary.RightOperand, frame);
        _ = isAnd ? Either(left, binary, Right, () => left, frame) : Either(left, binary, () => left, Right, frame);
        if (left is not ConditionTerm condition)
        {
            return answer is ConstantTerm { Value: bool right } constant && right != isAnd ? constant : Operators.Unknown(left);
        }

        return answer switch
        {
            ConditionTerm other => new ConditionTerm(new Joined(condition.Condition, other.Condition, isAnd)),
            ConstantTerm { Value: bool same } when same == isAnd => condition,
            ConstantTerm { Value: bool } fixedAnswer => fixedAnswer,
            _ => Operators.Unknown(answer),
        };
    }

    private Term Choose(IConditionalOperation choice, Frame frame) => Read(choice.Condition, frame) switch
    {
        ConstantTerm { Value: true } => Read(choice.WhenTrue, frame),
        ConstantTerm { Value: false } when choice.WhenFalse is not null => Read(choice.WhenFalse, frame),
        var unknown => Either(unknown, choice, () => Read(choice.WhenTrue, frame), () => Read(choice.WhenFalse!, frame), frame),
    };

    private Term Coalesce(ICoalesceOperation coalesce, Frame frame)
    {
        var value = Read(coalesce.Value, frame);
        return Operators.Same(value, new ConstantTerm(null)) switch
        {
            true => Read(coalesce.WhenNull, frame),
            false => value,
            null => Either(Operators.Unknown(value), coalesce, () => Read(coalesce.WhenNull, frame), () => value, frame),
        };
    }

    private Term Switch(ISwitchExpressionOperation choice, Frame frame) => Arms(choice, 0, Read(choice.Value, frame), frame);

    private Term Arms(ISwitchExpressionOperation choice, int from, Term value, Frame frame)
    {
        for (var i = from; i < choice.Arms.Length; i++)
        {
            var arm = choice.Arms[i];
            switch (Patterns.Fits(arm.Pattern, value, walk, frame))
            {
                case true when arm.Guard is null || Patterns.Truth(Read(arm.Guard, frame)) == true:
                    return Read(arm.Value, frame);
                case null:
                    var next = i + 1;
                    return Either(Operators.Unknown(value), choice, () => Read(arm.Value, frame), () => Arms(choice, next, value, frame), frame);
            }
        }

        return new UnknownTerm("no arm of a 'switch' fits");
    }

    /// <summary>Reads both of two ways. What either does is done on one of them only, and the value is known where both give the same.</summary>
    private Term Either(Term condition, IOperation at, Func<Term> then, Func<Term> otherwise, Frame frame)
    {
        var why = condition.Why ?? "which is no constant";
        var fork = new ForkNode((condition as ConditionTerm)?.Condition, why, Walk.Place(at));
        Term first = condition, second = condition;
        var before = frame.Snapshot();
        fork.Then.AddRange(walk.Draft.Aside(() => first = then()));
        var (thrown, after) = (walk.Thrown, frame.Snapshot());
        walk.Thrown = false;
        frame.Restore(before);
        fork.Else.AddRange(walk.Draft.Aside(() => second = otherwise()));
        walk.Thrown &= thrown;
        frame.Merge(after, $"it depends on a condition ({why})");
        if (fork.Then.Count + fork.Else.Count > 0)
        {
            walk.Draft.Add(fork);
        }

        return ReferenceEquals(first, second) || Operators.Same(first, second) == true
            ? first
            : new UnknownTerm($"it depends on a condition ({why})") { Source = UnknownTerm.SourceOf([condition, first, second]) };
    }

    private FieldsTerm Tuple(ITupleOperation tuple, Frame frame)
    {
        var names = (tuple.Type as INamedTypeSymbol)?.TupleElements ?? ImmutableArray<IFieldSymbol>.Empty;
        return new(tuple.Elements.Select((e, i) => new KeyValuePair<string, Term>(i < names.Length ? names[i].Name : "Item" + (i + 1).ToString(CultureInfo.InvariantCulture), Read(e, frame))).ToImmutableArray());
    }

    private static Term Assign(IOperation target, Term value, Frame frame)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                frame.Assign(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                frame.Assign(parameter.Parameter, value);
                break;
            case IFieldReferenceOperation { Instance: IInstanceReferenceOperation } field:
                frame.Assign(field.Field, value);
                break;
        }

        return value;
    }

    private Term Increment(IIncrementOrDecrementOperation step, Frame frame)
    {
        var before = Read(step.Target, frame);
        var after = Operators.Binary(step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract, before, new ConstantTerm(1));
        Assign(step.Target, after, frame);
        return step.IsPostfix ? before : after;
    }

    private Term Deconstruct(IDeconstructionAssignmentOperation deconstruction, Frame frame)
    {
        var value = Read(deconstruction.Value, frame);
        var targets = (deconstruction.Target as ITupleOperation ?? (deconstruction.Target as IDeclarationExpressionOperation)?.Expression as ITupleOperation)?.Elements ?? ImmutableArray<IOperation>.Empty;
        for (var i = 0; i < targets.Length; i++)
        {
            var target = targets[i] is IDeclarationExpressionOperation declaration ? declaration.Expression : targets[i];
            Assign(target, value is FieldsTerm fields && i < fields.Fields.Length ? fields.Fields[i].Value : new UnknownTerm("a part of it cannot be told"), frame);
        }

        return value;
    }

    private static Term Element(Term list, Term index) => (list, index) switch
    {
        (ListTerm items, ConstantTerm { Value: int at }) when at >= 0 && at < items.Items.Length => items.Items[at],
        (FieldsTerm fields, ConstantTerm { Value: string key }) when fields[key] is { } value => value,
        _ => Operators.Unknown(list, index),
    };

    private Term ConditionalAccess(IConditionalAccessOperation access, Frame frame)
    {
        var on = Read(access.Operation, frame);
        if (on is ConstantTerm { Value: null })
        {
            return on;
        }

        // The part behind the question mark speaks of what stands before it.
        var inner = new Frame(frame);
        inner.Declare(access.Operation.Type ?? (ISymbol)walk.Self, on);
        return Read(access.WhenNotNull, inner);
    }

    private ISymbol Accessed(IConditionalAccessInstanceOperation instance) => instance.Type ?? (ISymbol)walk.Self;
}
