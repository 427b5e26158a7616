using System.Globalization;
using FluentMigrator;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Builder.Rendering;

/// <summary>Which of FluentMigrator's generators stands for a database, and the names under which <c>IfDatabase</c> knows it.</summary>
public static class Engines
{
    /// <summary>The id of the newest generator that the oldest version to support allows: what FluentMigrator's own processor calls <c>DatabaseType</c>.</summary>
    public static string GeneratorId(DatabaseTarget target) => target.Kind switch
    {
        DatabaseKind.Sqlite => ProcessorIdConstants.SQLite,
        DatabaseKind.Postgres => Postgres(Major(target)),
        DatabaseKind.MySql => Major(target) >= 8 ? ProcessorIdConstants.MySql8 : ProcessorIdConstants.MySql5,
        DatabaseKind.MariaDb => HasRenameColumn(target) ? ProcessorIdConstants.MySql8 : ProcessorIdConstants.MySql5,
        DatabaseKind.SqlServer => SqlServer(Major(target)),
    };

    /// <summary>The other names: what FluentMigrator's own processor calls <c>DatabaseTypeAliases</c>.</summary>
    public static Items<string> Aliases(DatabaseTarget target) => GeneratorId(target) switch
    {
        ProcessorIdConstants.SQLite => Items<string>.Empty,
        ProcessorIdConstants.MySql8 => Items.Of(ProcessorIdConstants.MariaDB, ProcessorIdConstants.MySql, "MySQL 8"),
        ProcessorIdConstants.MySql5 => Items.Of(ProcessorIdConstants.MariaDB, ProcessorIdConstants.MySql, "MySQL 5"),
        ProcessorIdConstants.Postgres92 => Items.Of(ProcessorIdConstants.Postgres92, ProcessorIdConstants.PostgreSQL92),
        var id when target.Kind == DatabaseKind.Postgres => Items.Of(id, ProcessorIdConstants.PostgreSQL),
        _ => Items.Of(ProcessorIdConstants.SqlServer),
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
        >= 15 => ProcessorIdConstants.PostgreSQL15_0,
        >= 11 => ProcessorIdConstants.PostgreSQL11_0,
        10 => ProcessorIdConstants.PostgreSQL10_0,
        _ => ProcessorIdConstants.Postgres92,
    };

    private static string SqlServer(int year) => year switch
    {
        >= 2016 => ProcessorIdConstants.SqlServer2016,
        >= 2014 => ProcessorIdConstants.SqlServer2014,
        >= 2012 => ProcessorIdConstants.SqlServer2012,
        _ => ProcessorIdConstants.SqlServer2008,
    };
}
