using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Migrations.Build.Analyzers.Reading.Drafts;
using Migrations.Build.Analyzers.Reading.Terms;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Walking;

/// <summary>Walks statements.</summary>
internal sealed class Statements(Walk walk)
{
    private const int MostRounds = 10_000;

    public Flow Run(IOperation? statement, Frame frame)
    {
        if (statement is null)
        {
            return Flow.Next;
        }

        if (!walk.Step(statement))
        {
            return Flow.Return;
        }

        switch (statement)
        {
            case IBlockOperation block:
                return Series(block.Operations, frame);
            case IExpressionStatementOperation expression:
                walk.Expressions.Read(expression.Operation, frame);
                return walk.Thrown ? Flow.Throw : Flow.Next;
            case IVariableDeclarationGroupOperation group:
                Declare(group, frame);
                return walk.Thrown ? Flow.Throw : Flow.Next;
            case IUsingDeclarationOperation usings:
                Declare(usings.DeclarationGroup, frame);
                return Flow.Next;
            case IReturnOperation { Kind: OperationKind.Return } returned:
                frame.Returned = returned.ReturnedValue is { } value ? walk.Expressions.Read(value, frame) : null;
                return walk.Thrown ? Flow.Throw : Flow.Return;
            case IReturnOperation:
                return Flow.Return;
            case IConditionalOperation condition:
                return Branch(walk.Expressions.Read(condition.Condition, frame), condition, condition.WhenTrue, condition.WhenFalse, frame);
            case IForEachLoopOperation loop:
                return Each(loop, frame);
            case IForLoopOperation loop:
                Series(loop.Before, frame);
                return Loop(loop, loop.Condition, loop.AtLoopBottom, checksFirst: true, frame);
            case IWhileLoopOperation loop:
                return Loop(loop, loop.Condition, [], loop.ConditionIsTop, frame);
            case ISwitchOperation choice:
                return Switch(choice, frame);
            case IBranchOperation { BranchKind: BranchKind.Break }:
                return Flow.Break;
            case IBranchOperation { BranchKind: BranchKind.Continue }:
                return Flow.Continue;
            case ITryOperation attempt:
                return Try(attempt, frame);
            case IUsingOperation usings:
                return usings.Resources is IVariableDeclarationGroupOperation resources && Run(resources, frame) == Flow.Throw ? Flow.Throw : Run(usings.Body, frame);
            case ILockOperation locked:
                return Run(locked.Body, frame);
            case ILabeledOperation labelled:
                return Run(labelled.Operation, frame);
            case ILocalFunctionOperation or IEmptyOperation:
                return Flow.Next;
            case IThrowOperation:
                return Flow.Throw;
            case IBranchOperation:
                walk.Draft.Add(new Opaque("a 'goto' cannot be followed"), Walk.Place(statement));
                return Flow.Return;
            default:
                // The body of a method that is one expression comes as it is.
                frame.Returned = walk.Expressions.Read(statement, frame);
                return walk.Thrown ? Flow.Throw : Flow.Next;
        }
    }

    private Flow Series(IEnumerable<IOperation> statements, Frame frame)
    {
        foreach (var statement in statements)
        {
            if (Run(statement, frame) is not Flow.Next and var flow)
            {
                return flow;
            }
        }

        return Flow.Next;
    }

    private void Declare(IVariableDeclarationGroupOperation group, Frame frame)
    {
        foreach (var declarator in group.Declarations.SelectMany(d => d.Declarators))
        {
            var value = (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value;
            frame.Declare(declarator.Symbol, value is null ? new UnknownTerm($"'{declarator.Symbol.Name}' has no value yet") : walk.Expressions.Read(value, frame));
        }
    }

    private Flow Branch(Term condition, IOperation at, IOperation then, IOperation? otherwise, Frame frame) => condition switch
    {
        ConstantTerm { Value: true } => Run(then, frame),
        ConstantTerm { Value: false } => Run(otherwise, frame),
        _ => Fork(condition, at, () => Run(then, frame), () => Run(otherwise, frame), frame),
    };

    /// <summary>Walks both ways. Where one of them leaves the body or the round, what follows belongs to the other.</summary>
    private Flow Fork(Term condition, IOperation at, Func<Flow> then, Func<Flow> otherwise, Frame frame)
    {
        var fork = new ForkNode((condition as ConditionTerm)?.Condition, condition.Why ?? "the condition is no constant", Walk.Place(at));
        walk.Draft.Add(fork);
        var (point, before, returned) = (walk.Draft.Point, frame.Snapshot(), frame.Returned);
        walk.Draft.Point = fork.Then;
        var first = then();
        walk.Thrown = false;
        var (afterThen, variables, given) = (walk.Draft.Point, frame.Snapshot(), frame.Returned);
        frame.Restore(before);
        frame.Returned = returned;
        walk.Draft.Point = fork.Else;
        var second = otherwise();
        walk.Thrown = false;
        if (first == Flow.Next && second == Flow.Next)
        {
            frame.Merge(variables, $"it depends on a condition ({fork.Why})");
            walk.Draft.Point = point;
            return Flow.Next;
        }

        if (first != Flow.Next && second != Flow.Next)
        {
            frame.Returned = ReferenceEquals(given, frame.Returned) ? given : new UnknownTerm($"it depends on a condition ({fork.Why})");
            walk.Draft.Point = point;
            return first == second ? first : Flow.Return;
        }

        // What follows is done on the way that goes on, until the body or the loop around ends and sets the point back.
        if (first == Flow.Next)
        {
            frame.Restore(variables);
            walk.Draft.Point = afterThen;
        }

        frame.Returned = first != Flow.Next ? given : frame.Returned;
        var leaving = first == Flow.Next ? second : first;
        walk.LeftBody |= leaving is Flow.Return or Flow.Throw;
        walk.MayHaveReturned |= leaving == Flow.Return;
        return Flow.Next;
    }

    private Flow Each(IForEachLoopOperation loop, Frame frame)
    {
        var variable = (loop.LoopControlVariable as IVariableDeclaratorOperation)?.Symbol;
        if (walk.Expressions.Read(loop.Collection, frame) is ListTerm list)
        {
            foreach (var item in list.Items)
            {
                if (Round(loop, variable, item, frame) is (Flow.Return or Flow.Throw or Flow.Break) and var flow)
                {
                    return flow == Flow.Break ? Flow.Next : flow;
                }
            }

            return Flow.Next;
        }

        var unknown = new UnknownTerm("the collection of a 'foreach' is no constant");
        return Fork(unknown, loop, () => Round(loop, variable, unknown, frame) is Flow.Throw ? Flow.Throw : Flow.Next, () => Flow.Next, frame);
    }

    private Flow Round(IForEachLoopOperation loop, ILocalSymbol? variable, Term item, Frame frame)
    {
        if (variable is not null)
        {
            frame.Declare(variable, item);
        }
        else
        {
            Deconstruct(loop.LoopControlVariable, item, frame);
        }

        return Body(loop.Body, frame);
    }

    private Flow Body(IOperation body, Frame frame)
    {
        var point = walk.Draft.Point;
        var flow = Run(body, frame);
        walk.Draft.Point = walk.LeftBody ? walk.Draft.Point : point;
        return flow;
    }

    private static void Deconstruct(IOperation target, Term item, Frame frame)
    {
        var variables = target.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Select(l => l.Local).ToArray();
        for (var i = 0; i < variables.Length; i++)
        {
            frame.Declare(variables[i], item is FieldsTerm fields && i < fields.Fields.Length ? fields.Fields[i].Value : new UnknownTerm($"'{variables[i].Name}' cannot be told"));
        }
    }

    private Flow Loop(ILoopOperation loop, IOperation? condition, IEnumerable<IOperation> bottom, bool checksFirst, Frame frame)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (condition is not null && (checksFirst || round > 0))
            {
                switch (walk.Expressions.Read(condition, frame))
                {
                    case ConstantTerm { Value: false }:
                        return Flow.Next;
                    case ConstantTerm { Value: true }:
                        break;
                    case var unknown:
                        return Fork(unknown.Why is null ? new UnknownTerm("how often a loop runs is no constant") : unknown, loop, () => Body(loop.Body, frame) is Flow.Throw ? Flow.Throw : Flow.Next, () => Flow.Next, frame);
                }
            }

            if (Body(loop.Body, frame) is (Flow.Return or Flow.Throw or Flow.Break) and var flow)
            {
                return flow == Flow.Break ? Flow.Next : flow;
            }

            Series(bottom, frame);
        }

        walk.Draft.Add(new Opaque("a loop does not end within ten thousand rounds"), Walk.Place(loop));
        return Flow.Next;
    }

    private Flow Switch(ISwitchOperation choice, Frame frame)
    {
        var value = walk.Expressions.Read(choice.Value, frame);
        var cases = choice.Cases.Select(c => (Case: c, Fits: c.Clauses.Select(clause => Patterns.Fits(clause, value, walk, frame)).Aggregate((bool?)false, Patterns.Or))).ToArray();
        var ordered = cases.Where(c => !c.Case.Clauses.Any(l => l is IDefaultCaseClauseOperation)).Concat(cases.Where(c => c.Case.Clauses.Any(l => l is IDefaultCaseClauseOperation))).ToArray();
        return Ended(Sections(ordered, 0, choice, frame));
    }

    private Flow Sections((ISwitchCaseOperation Case, bool? Fits)[] cases, int at, ISwitchOperation choice, Frame frame)
    {
        if (at == cases.Length || cases[at].Fits == false)
        {
            return at == cases.Length ? Flow.Next : Sections(cases, at + 1, choice, frame);
        }

        return cases[at].Fits == true
            ? Series(cases[at].Case.Body, frame)
            : Fork(new UnknownTerm("what a 'switch' chooses is no constant"), choice, () => Ended(Series(cases[at].Case.Body, frame)), () => Ended(Sections(cases, at + 1, choice, frame)), frame);
    }

    private static Flow Ended(Flow flow) => flow == Flow.Break ? Flow.Next : flow;

    private Flow Try(ITryOperation attempt, Frame frame)
    {
        var flow = Run(attempt.Body, frame);
        if (flow == Flow.Throw && attempt.Catches.Length > 0)
        {
            walk.Thrown = false;
            flow = Fork(new UnknownTerm("an exception may be caught"), attempt, () => Run(attempt.Catches[0].Handler, frame), () => Flow.Next, frame);
        }

        return Run(attempt.Finally, frame) is not Flow.Next and var last ? last : flow;
    }
}
