using System.Collections;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Rules;

/// <summary>What earlier migrations did, the first one first; a list that grows by one and shares the rest.</summary>
internal sealed class Past : IReadOnlyList<Trace>
{
    private readonly Past? _before;
    private readonly Trace? _last;
    private Trace[]? _all;

    private Past(Past? before, Trace? last, int count)
    {
        (_before, _last, Count) = (before, last, count);
        IsRead = last is null || (before!.IsRead && last.Steps.All(s => s.Step.Operation is not Opaque));
    }

    public static Past None { get; } = new(null, null, 0);

    public int Count { get; }

    /// <summary>Whether every step of it could be read.</summary>
    public bool IsRead { get; }

    public Trace this[int index] => All[index];

    // Few rules look back, and then at all of it.
    private Trace[] All => _all ??= Collect();

    public Past Add(Trace last) => new(this, last, Count + 1);

    public IEnumerator<Trace> GetEnumerator() => ((IEnumerable<Trace>)All).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => All.GetEnumerator();

    private Trace[] Collect()
    {
        var all = new Trace[Count];
        var at = this;
        for (var i = Count - 1; i >= 0; i--)
        {
            all[i] = at._last!;
            at = at._before!;
        }

        return all;
    }
}
