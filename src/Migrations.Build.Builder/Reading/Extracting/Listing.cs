using FluentMigrator.Expressions;
using FluentMigrator.Infrastructure;
using Migrations.Build.Builder.Reading.Expressions;
using Migrations.Build.Builder.Reading.Places;

namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>An expression that a migration left behind, and the call that made it.</summary>
internal sealed record Listing(IMigrationExpression Expression, Caller? Caller)
{
    /// <summary>
    /// The expressions of a context. A migration that reverses itself puts a new list in place of ours: then the last is the
    /// reverse of the first, and a foreign key that it brings back has its sides swapped, which is put right here.
    /// </summary>
    public static IReadOnlyList<Listing> Of(MigrationContext context, Recorded recorded)
    {
        if (ReferenceEquals(context.Expressions, recorded))
        {
            return [.. recorded.Select((e, i) => new Listing(e, recorded.CallerOf(i)))];
        }

        var left = context.Expressions.ToList();
        return left.Count == recorded.Count
            ? [.. left.Select((e, i) => Reversed(e, recorded[^(i + 1)], recorded.CallerOf(left.Count - 1 - i)))]
            : [.. left.Select(e => new Listing(e, null))];
    }

    private static Listing Reversed(IMigrationExpression reversed, IMigrationExpression original, Caller? caller) =>
        (original, reversed) is (DeleteForeignKeyExpression, CreateForeignKeyExpression made)
            ? new(ForeignKeyReader.TurnRound(made), caller)
            : new(reversed, caller);
}
