using System.Collections.ObjectModel;
using FluentMigrator.Expressions;
using Migrations.Build.Builder.Reading.Places;

namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>The expressions that a migration adds, each with the call that added it: FluentMigrator lets a context have a list of ours.</summary>
internal sealed class Recorded(Type migration, bool withCallers) : Collection<IMigrationExpression>
{
    private readonly List<Caller?> _callers = [];

    /// <summary>The call that added the expression at an index.</summary>
    public Caller? CallerOf(int index) => index < _callers.Count ? _callers[index] : null;

    /// <inheritdoc/>
    protected override void InsertItem(int index, IMigrationExpression item)
    {
        base.InsertItem(index, item);
        _callers.Insert(index, withCallers ? Caller.Find(migration) : null);
    }

    /// <inheritdoc/>
    protected override void RemoveItem(int index)
    {
        base.RemoveItem(index);
        _callers.RemoveAt(index);
    }

    /// <inheritdoc/>
    protected override void ClearItems()
    {
        base.ClearItems();
        _callers.Clear();
    }
}
