using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Migrations.Build.Analyzers.Reading.Walking;

namespace Migrations.Build.Analyzers.Reading.Terms;

/// <summary>A lambda with the variables that it sees, or a method.</summary>
internal sealed class FunctionTerm(IMethodSymbol method, IAnonymousFunctionOperation? lambda, Frame frame) : Term
{
    public IMethodSymbol Method { get; } = method;

    public IAnonymousFunctionOperation? Lambda { get; } = lambda;

    public Frame Frame { get; } = frame;
}
