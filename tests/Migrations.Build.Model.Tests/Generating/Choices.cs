namespace Migrations.Build.Model.Tests.Generating;

/// <summary>A list of random numbers that is asked for decisions; once it is used up, every decision is the first one.</summary>
public sealed class Choices(IReadOnlyList<int> numbers)
{
    private int _at;

    public IReadOnlyList<int> Numbers => numbers;

    public bool AreUsedUp => _at >= numbers.Count;

    public int Below(int count) => _at < numbers.Count ? numbers[_at++] % count : 0;

    public bool Chance(int percent) => Below(100) >= 100 - percent;

    public T From<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public T Of<T>(params T[] items) => items[Below(items.Length)];

    public Items<T> List<T>(int most, Func<T> item) => Enumerable.Range(0, Below(most + 1)).Select(_ => item()).ToItems();
}
