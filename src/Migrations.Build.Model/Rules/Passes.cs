using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Model.Rules;

/// <summary>Walks a history on one database and gives what a rule looks at, migration by migration.</summary>
internal static class Passes
{
    /// <summary>A pass for each versioned migration that is not released; without a releases file each migration is a release of its own.</summary>
    public static IEnumerable<Pass> Of(History history, DatabaseTarget target, ReleasesFile? releases)
    {
        var whole = new Lazy<History>(() => history);
        var standing = Standing.Begin(target);
        foreach (var migration in history.Versioned)
        {
            if (releases?.Find(migration.Version) is null && standing.Enter(migration, whole) is { } pass)
            {
                yield return pass;
                standing = standing.After(pass, releases);
            }
            else
            {
                standing = standing.After(migration, releases);
            }
        }
    }
}
