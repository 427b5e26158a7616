namespace Migrations.Build.Model.Operations;

/// <summary>A sequence; what is null is left to the database.</summary>
public sealed record Sequence(TableName Name)
{
    /// <summary>The step from one value to the next.</summary>
    public long? Increment { get; init; }

    /// <summary>The smallest value.</summary>
    public long? Minimum { get; init; }

    /// <summary>The largest value.</summary>
    public long? Maximum { get; init; }

    /// <summary>The first value.</summary>
    public long? Start { get; init; }

    /// <summary>How many values are taken at once.</summary>
    public long? Cache { get; init; }

    /// <summary>Whether it starts anew at its end.</summary>
    public bool Cycle { get; init; }
}
