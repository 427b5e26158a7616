using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Migrations.Build.Analyzers.Reading.Terms;

namespace Migrations.Build.Analyzers.Reading.Walking;

/// <summary>Tells whether a value fits a pattern; null where nobody knows.</summary>
internal static class Patterns
{
    public static bool? Fits(ICaseClauseOperation clause, Term value, Walk walk, Frame frame) => clause switch
    {
        IDefaultCaseClauseOperation => true,
        ISingleValueCaseClauseOperation single => Operators.Same(value, walk.Expressions.Read(single.Value, frame)),
        IPatternCaseClauseOperation pattern => And(Fits(pattern.Pattern, value, walk, frame), pattern.Guard is null ? true : Truth(walk.Expressions.Read(pattern.Guard, frame))),
        _ => null,
    };

    public static bool? Fits(IPatternOperation pattern, Term value, Walk walk, Frame frame)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return true;
            case IConstantPatternOperation constant:
                return Operators.Same(value, walk.Expressions.Read(constant.Value, frame));
            case INegatedPatternOperation negated:
                return !Fits(negated.Pattern, value, walk, frame);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                return Or(Fits(either.LeftPattern, value, walk, frame), Fits(either.RightPattern, value, walk, frame));
            case IBinaryPatternOperation both:
                return And(Fits(both.LeftPattern, value, walk, frame), Fits(both.RightPattern, value, walk, frame));
            case IRelationalPatternOperation relation:
                return Truth(Operators.Binary(relation.OperatorKind, value, walk.Expressions.Read(relation.Value, frame)));
            case IDeclarationPatternOperation { MatchesNull: true, DeclaredSymbol: { } variable }:
                frame.Declare(variable, value);
                return true;
            default:
                return null;
        }
    }

    public static bool? Truth(Term term) => term is ConstantTerm { Value: bool truth } ? truth : null;

    public static bool? Or(bool? a, bool? b) => a == true || b == true ? true : a is null || b is null ? null : false;

    private static bool? And(bool? a, bool? b) => a == false || b == false ? false : a is null || b is null ? null : true;
}
