using System.Globalization;

namespace Migrations.Build.Model.Databases;

/// <summary>Which of FluentMigrator's generators stands for a database, and the names under which <c>IfDatabase</c> knows it.</summary>
public static class Engines
{
    /// <summary>The id of the newest generator that the oldest version to support allows: what FluentMigrator's own processor calls <c>DatabaseType</c>.</summary>
    public static string GeneratorId(DatabaseTarget target) => target.Kind switch
    {
        DatabaseKind.Sqlite => "SQLite",
        DatabaseKind.Postgres => Postgres(Major(target)),
        DatabaseKind.MySql => Major(target) >= 8 ? "MySql8" : "MySql5",
        DatabaseKind.MariaDb => HasRenameColumn(target) ? "MySql8" : "MySql5",
        DatabaseKind.SqlServer => SqlServer(Major(target)),
    };

    /// <summary>The other names: what FluentMigrator's own processor calls <c>DatabaseTypeAliases</c>.</summary>
    public static Items<string> Aliases(DatabaseTarget target) => GeneratorId(target) switch
    {
        "SQLite" => Items<string>.Empty,
        "MySql8" => Items.Of("MariaDB", "MySql", "MySQL 8"),
        "MySql5" => Items.Of("MariaDB", "MySql", "MySQL 5"),
        "Postgres92" => Items.Of("Postgres92", "PostgreSQL92"),
        var id when target.Kind == DatabaseKind.Postgres => Items.Of(id, "PostgreSQL"),
        _ => Items.Of("SqlServer"),
    };

    /// <summary>The first number of the version.</summary>
    internal static int Major(DatabaseTarget target) => Numbers(target)[0];

    /// <summary>Whether columns are renamed without their definition: MySQL from 8.0, MariaDB from 10.5 (https://mariadb.com/kb/en/alter-table/).</summary>
    internal static bool HasRenameColumn(DatabaseTarget target)
    {
        var version = Numbers(target);
        var minor = version.Length > 1 ? version[1] : 0;
        return target.Kind == DatabaseKind.MariaDb ? version[0] > 10 || (version[0] == 10 && minor >= 5) : version[0] >= 8;
    }

    private static int[] Numbers(DatabaseTarget target) =>
        [.. target.Version.Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];

    private static string Postgres(int major) => major switch
    {
        >= 15 => "PostgreSQL15_0",
        >= 11 => "PostgreSQL11_0",
        10 => "PostgreSQL10_0",
        _ => "Postgres92",
    };

    private static string SqlServer(int year) => year switch
    {
        >= 2016 => "SqlServer2016",
        >= 2014 => "SqlServer2014",
        >= 2012 => "SqlServer2012",
        _ => "SqlServer2008",
    };
}
