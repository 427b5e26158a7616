using Migrations.Build.Model;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.Analyzers.Live;

/// <summary>A migration in its place in the history: where the history stands before and after it, on each database.</summary>
/// <param name="before">The migration before it; null for the first.</param>
/// <param name="settings">Tells the settings that it was folded with from others.</param>
/// <param name="migration">The migration, as it is in this place.</param>
/// <param name="at">Where the history stands before it.</param>
/// <param name="after">Where the history stands after it.</param>
internal sealed class Folded(Folded? before, string settings, Migration migration, Items<Standing> at, Items<Standing> after)
{
    /// <summary>Tells the settings that it was folded with from others.</summary>
    public string Settings { get; } = settings;

    public Migration Migration { get; } = migration;

    public Items<Standing> Before { get; } = at;

    public Items<Standing> After { get; } = after;

    /// <summary>Whether it still counts behind another predecessor or with other settings.</summary>
    public bool Holds(Folded? predecessor, string key) => ReferenceEquals(before, predecessor) && Settings == key;
}
