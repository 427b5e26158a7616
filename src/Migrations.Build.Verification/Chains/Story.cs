using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Rules;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Verification.Chains;

/// <summary>What the history says of the schema, migration by migration: lengths and kinds that SQLite forgets, and which tables are new.</summary>
internal sealed class Story(ReleasesFile? releases)
{
    private NewObjects _new = NewObjects.None(DatabaseKind.Sqlite);

    /// <summary>The schema before the migration that was told last.</summary>
    public Schema Before { get; private set; } = Schema.Empty(DatabaseKind.Sqlite);

    /// <summary>The schema after it.</summary>
    public Schema After { get; private set; } = Schema.Empty(DatabaseKind.Sqlite);

    /// <summary>The tables that existed before it, that no release has and that no migration filled.</summary>
    public IReadOnlyList<string> NewTables { get; private set; } = [];

    /// <summary>Goes on by one migration.</summary>
    public void Tell(Link link)
    {
        Before = After;
        NewTables = releases is null ? [] : [.. Before.Tables.Where(t => _new.IsNew(t.Name) && !t.Filled).Select(t => t.Name.Name)];
        if (link.Script is not { } script)
        {
            return;
        }

        var trace = Fold.Trace(Before, script.Up, link.Migration.Touches);
        After = trace.After;
        if (releases is not null)
        {
            var isNew = releases.Find(link.Entry.Version) is null;
            _new = trace.Steps.Aggregate(_new, (known, step) => known.After(step, link.Migration.Touches, isNew));
        }
    }
}
