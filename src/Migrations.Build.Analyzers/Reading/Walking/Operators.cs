using System.Globalization;
using Microsoft.CodeAnalysis.Operations;
using Migrations.Build.Analyzers.Reading.Terms;

namespace Migrations.Build.Analyzers.Reading.Walking;

/// <summary>Computes with constants.</summary>
internal static class Operators
{
    /// <summary>Whether two values are equal; null where nobody knows.</summary>
    public static bool? Same(Term a, Term b) => (a, b) switch
    {
        (ConstantTerm x, ConstantTerm y) => Equal(x.Value, y.Value),
        (MemberTerm x, MemberTerm y) => x.Type == y.Type && x.Value.Equals(y.Value),
        (ConstantTerm { Value: null }, ListTerm or FieldsTerm or ChainTerm or FunctionTerm) => false,
        (ListTerm or FieldsTerm or ChainTerm or FunctionTerm, ConstantTerm { Value: null }) => false,
        _ => null,
    };

    public static Term Binary(BinaryOperatorKind kind, Term left, Term right)
    {
        if (kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            return Same(left, right) is { } same ? new ConstantTerm(same == (kind == BinaryOperatorKind.Equals)) : Unknown(left, right);
        }

        return (left, right) switch
        {
            (ConstantTerm { Value: string or char or null } or ConstantTerm, ConstantTerm) when kind == BinaryOperatorKind.Add && (Value(left) is string || Value(right) is string) =>
                new ConstantTerm(Text(left) + Text(right)),
            (ConstantTerm { Value: bool x }, ConstantTerm { Value: bool y }) => Logic(kind, x, y) ?? (Term)Unknown(left, right),
            (ConstantTerm { Value: DateTime x }, ConstantTerm { Value: TimeSpan y }) when kind == BinaryOperatorKind.Add => new ConstantTerm(x + y),
            (ConstantTerm { Value: { } x }, ConstantTerm { Value: { } y }) when IsNumber(x) && IsNumber(y) => Number(kind, x, y) ?? (Term)Unknown(left, right),
            (MemberTerm x, MemberTerm y) when kind == BinaryOperatorKind.Or => new MemberTerm(x.Type, x.Name + ", " + y.Name, ToLong(x.Value) | ToLong(y.Value)),
            _ => Unknown(left, right),
        };
    }

    public static Term Unary(UnaryOperatorKind kind, Term operand) => (kind, operand) switch
    {
        (UnaryOperatorKind.Not, ConstantTerm { Value: bool truth }) => new ConstantTerm(!truth),
        (UnaryOperatorKind.Not, ConditionTerm condition) => new ConditionTerm(new Drafts.Not(condition.Condition)),
        (UnaryOperatorKind.Plus, ConstantTerm) => operand,
        (UnaryOperatorKind.Minus, ConstantTerm { Value: int number }) => new ConstantTerm(-number),
        (UnaryOperatorKind.Minus, ConstantTerm { Value: long number }) => new ConstantTerm(-number),
        (UnaryOperatorKind.Minus, ConstantTerm { Value: decimal number }) => new ConstantTerm(-number),
        (UnaryOperatorKind.Minus, ConstantTerm { Value: double number }) => new ConstantTerm(-number),
        _ => Unknown(operand, operand),
    };

    /// <summary>The text of a value as <c>ToString</c> with the invariant culture gives it.</summary>
    public static string Text(Term term) => term switch
    {
        ConstantTerm constant => Convert.ToString(constant.Value, CultureInfo.InvariantCulture) ?? "",
        MemberTerm member => member.Name,
        _ => "",
    };

    /// <summary>Whether the value has a text that is the same wherever it is made.</summary>
    public static bool HasText(Term term) => term is MemberTerm or ConstantTerm { Value: null or string or char or bool or Guid or int or long or short or byte or sbyte or uint or ulong or ushort };

    public static bool IsNumber(object value) => value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal or char;

    /// <summary>The first of the reasons why a value cannot be told.</summary>
    public static UnknownTerm Unknown(params Term[] terms)
    {
        var unknown = terms.OfType<UnknownTerm>().FirstOrDefault(t => t.Source is not null) ?? terms.OfType<UnknownTerm>().FirstOrDefault();
        return unknown ?? new UnknownTerm(terms.Select(t => t.Why).FirstOrDefault(w => w is not null) ?? "it is computed in a way that is not followed");
    }

    private static object? Value(Term term) => (term as ConstantTerm)?.Value;

    private static bool Equal(object? a, object? b) =>
        a is not null && b is not null && IsNumber(a) && IsNumber(b) ? ToDecimal(a) is { } x && ToDecimal(b) is { } y ? x == y : ToDouble(a).Equals(ToDouble(b)) : Equals(a, b);

    private static ConstantTerm? Logic(BinaryOperatorKind kind, bool a, bool b) => kind switch
    {
        BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => new(a && b),
        BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => new(a || b),
        BinaryOperatorKind.ExclusiveOr => new(a != b),
        _ => null,
    };

    private static ConstantTerm? Number(BinaryOperatorKind kind, object a, object b)
    {
        if (a is float or double || b is float or double)
        {
            return Real(kind, ToDouble(a), ToDouble(b));
        }

        if (a is decimal || b is decimal)
        {
            return Exact(kind, ToDecimal(a)!.Value, ToDecimal(b)!.Value);
        }

        return a is ulong || b is ulong ? null : Whole(kind, ToLong(a), ToLong(b), isLong: a is long or uint || b is long or uint);
    }

    private static ConstantTerm? Whole(BinaryOperatorKind kind, long a, long b, bool isLong)
    {
        long? result = kind switch
        {
            BinaryOperatorKind.Add => unchecked(a + b),
            BinaryOperatorKind.Subtract => unchecked(a - b),
            BinaryOperatorKind.Multiply => unchecked(a * b),
            BinaryOperatorKind.Divide when b != 0 => a / b,
            BinaryOperatorKind.Remainder when b != 0 => a % b,
            BinaryOperatorKind.And => a & b,
            BinaryOperatorKind.Or => a | b,
            BinaryOperatorKind.LeftShift => unchecked(a << (int)b),
            _ => null,
        };
        return result is { } number ? new(isLong ? number : unchecked((int)number)) : Order(kind, a.CompareTo(b));
    }

    private static ConstantTerm? Exact(BinaryOperatorKind kind, decimal a, decimal b) => kind switch
    {
        BinaryOperatorKind.Add => new(a + b),
        BinaryOperatorKind.Subtract => new(a - b),
        BinaryOperatorKind.Multiply => new(a * b),
        BinaryOperatorKind.Divide when b != 0 => new(a / b),
        _ => Order(kind, a.CompareTo(b)),
    };

    private static ConstantTerm? Real(BinaryOperatorKind kind, double a, double b) => kind switch
    {
        BinaryOperatorKind.Add => new(a + b),
        BinaryOperatorKind.Subtract => new(a - b),
        BinaryOperatorKind.Multiply => new(a * b),
        BinaryOperatorKind.Divide => new(a / b),
        _ => Order(kind, a.CompareTo(b)),
    };

    private static ConstantTerm? Order(BinaryOperatorKind kind, int order) => kind switch
    {
        BinaryOperatorKind.LessThan => new(order < 0),
        BinaryOperatorKind.LessThanOrEqual => new(order <= 0),
        BinaryOperatorKind.GreaterThan => new(order > 0),
        BinaryOperatorKind.GreaterThanOrEqual => new(order >= 0),
        _ => null,
    };

    private static long ToLong(object value) => value is char letter ? letter : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static double ToDouble(object value) => value is char letter ? letter : Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static decimal? ToDecimal(object value) => value switch
    {
        float or double => null,
        char letter => letter,
        _ => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
    };
}
