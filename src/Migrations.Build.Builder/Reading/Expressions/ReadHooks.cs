using FluentMigrator.Expressions;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Reading.Expressions;

/// <summary>What the reader of expressions cannot know by itself.</summary>
public sealed record ReadHooks
{
    /// <summary>Names the code of an <c>Execute.WithConnection</c>; without it such a step is opaque.</summary>
    public Func<PerformDBOperationExpression, Operation>? Code { get; init; }
}
