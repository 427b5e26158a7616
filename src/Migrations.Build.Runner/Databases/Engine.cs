using Migrations.Build.Model.Databases;
using Migrations.Build.Runner.Databases.Sqlite;

namespace Migrations.Build.Runner.Databases;

/// <summary>The engines that verbs can work on.</summary>
internal static class Engine
{
    /// <summary>The database that the settings name; null when verbs cannot work on its engine.</summary>
    public static IDatabase? Find(RunSettings settings) => settings.Database switch
    {
        DatabaseKind.Sqlite => new SqliteDatabase(settings),
        _ => null,
    };
}
