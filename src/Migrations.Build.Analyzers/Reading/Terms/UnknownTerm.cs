namespace Migrations.Build.Analyzers.Reading.Terms;

/// <summary>A value that only running the program tells.</summary>
/// <param name="why">Why, as the end of a sentence: <c>the parameter 'name' has no constant value</c>.</param>
internal sealed class UnknownTerm(string why) : Term
{
    public override string Why { get; } = why;

    /// <summary>What it comes from where that differs from run to run: <c>the clock</c>, <c>chance</c>, <c>the environment</c>.</summary>
    public string? Source { get; init; }

    /// <summary>What the first of several values that differs from run to run comes from.</summary>
    public static string? SourceOf(IEnumerable<Term?> terms) => terms.OfType<UnknownTerm>().Select(t => t.Source).FirstOrDefault(s => s is not null);
}
