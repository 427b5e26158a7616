using System.Globalization;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Runner;

namespace Migrations.Build.Oracle.Tests.Playing;

/// <summary>How often what was seen.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int this[string what] => _counts.GetValueOrDefault(what);

    public void Count(string what, int times = 1) => _counts[what] = _counts.GetValueOrDefault(what) + times;

    public void Claim(Reversibility claim) => Count("undone " + claim);

    public void Exit(string verb, Outcome outcome) => Count($"{verb} {(int)outcome.Code}{(outcome.Code == ExitCode.Done ? "" : " " + Failures.FirstRule(outcome))}");

    public void Add(Tally other) => other._counts.ToList().ForEach(c => Count(c.Key, c.Value));

    public override string ToString() => string.Join(", ", _counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}: {c.Value}")));
}
