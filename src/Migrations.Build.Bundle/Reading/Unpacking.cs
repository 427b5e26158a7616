using Migrations.Build.Bundle.Zip;

namespace Migrations.Build.Bundle.Reading;

/// <summary>Unpacks the parts of a bundle on two threads: one begins at once, the other joins it when it has read the manifest.</summary>
internal sealed class Unpacking
{
    private readonly IReadOnlyList<ZipEntry> _entries;
    private readonly object[] _found;
    private readonly Task _first;
    private int _taken = -1;

    public Unpacking(IReadOnlyList<ZipEntry> entries)
    {
        (_entries, _found) = (entries, new object[entries.Count]);
        _first = Task.Run(Work);
    }

    /// <summary>The parts in their order; enumerating them throws at the first that cannot be unpacked.</summary>
    public IEnumerable<FoundPart> Join()
    {
        Work();
        _first.GetAwaiter().GetResult();
        return _found.Select(f => f as FoundPart ?? throw (DamagedBundleException)f);
    }

    private void Work()
    {
        for (var i = Interlocked.Increment(ref _taken); i < _entries.Count; i = Interlocked.Increment(ref _taken))
        {
            try
            {
                _found[i] = FoundPart.Of(_entries[i]);
            }
            catch (DamagedBundleException e)
            {
                _found[i] = e;
            }
        }
    }
}
