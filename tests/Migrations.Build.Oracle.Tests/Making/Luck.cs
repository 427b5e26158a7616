namespace Migrations.Build.Oracle.Tests.Making;

/// <summary>Chance that a seed repeats, and what it may choose from.</summary>
internal sealed class Luck(int seed, IReadOnlySet<Feature> features)
{
    // It shall be the same on every machine.
#pragma warning disable CA5394
    private readonly Random _random = new(seed);

    public int Below(int most) => _random.Next(most);

    public bool One(int of) => _random.Next(of) == 0;

    public bool Has(Feature feature) => features.Contains(feature);

    public bool One(int of, Feature feature) => One(of) && Has(feature);

    public T Any<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];

    public int Seed() => _random.Next();
#pragma warning restore CA5394
}
