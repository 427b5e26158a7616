using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules;

/// <summary>
/// Where a history stands on one database before a migration: enough to judge that one, and to go on to the next. Each refers to the one
/// before it, so whoever edits a migration reads again only from there on.
/// </summary>
public sealed class Standing
{
    private readonly NewObjects _new;
    private readonly Past _earlier;
    private readonly Past _window;

    private Standing(DatabaseTarget target, Schema schema, NewObjects fresh, Past earlier, Past window) =>
        (Target, Schema, _new, _earlier, _window) = (target, schema, fresh, earlier, window);

    /// <summary>The database.</summary>
    public DatabaseTarget Target { get; }

    /// <summary>The schema that all earlier migrations leave.</summary>
    public Schema Schema { get; }

    /// <summary>Before the first migration.</summary>
    public static Standing Begin(DatabaseTarget target) => new(target, Schema.Empty(target.Kind), NewObjects.None(target.Kind), Past.None, Past.None);

    /// <summary>What a rule looks at; null where the migration does nothing for this database.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="whole">The whole history, which few rules ask for.</param>
    public Pass? Enter(Migration migration, Lazy<History>? whole = null) => migration.For(Target.Kind) is { } script
        ? Enter(migration, script, Fold.Trace(Schema, script.Up, migration.Touches), whole ?? new(() => new(Items.Of(migration))))
        : null;

    /// <summary>Whether every step so far could be read.</summary>
    internal bool IsRead => _earlier.IsRead;

    /// <summary>Where the history stands after the migration. Without a releases file each migration is a release of its own, and nothing is new after it.</summary>
    public Standing After(Migration migration, ReleasesFile? releases) =>
        migration.For(Target.Kind) is { } script ? After(migration, Fold.Trace(Schema, script.Up, migration.Touches), releases) : this;

    /// <summary>The same, where the pass is at hand.</summary>
    internal Standing After(Pass pass, ReleasesFile? releases) => After(pass.Migration, pass.Up, releases);

    private Pass Enter(Migration migration, Script script, Trace up, Lazy<History> whole) => new()
    {
        Target = Target,
        Migration = migration,
        Script = script,
        Up = up,
        Down = Fold.Trace(up.After, script.Down, migration.Touches),
        New = _new,
        Earlier = _earlier,
        Window = _window,
        Whole = whole,
    };

    private Standing After(Migration migration, Trace up, ReleasesFile? releases)
    {
        var isReleased = releases?.Find(migration.Version) is not null;
        var fresh = releases is null ? _new : up.Steps.Aggregate(_new, (known, step) => known.After(step, migration.Touches, !isReleased));
        return new(Target, up.After, fresh, _earlier.Add(up), releases is null || isReleased ? _window : _window.Add(up));
    }
}
