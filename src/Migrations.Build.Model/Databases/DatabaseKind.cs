namespace Migrations.Build.Model.Databases;

/// <summary>The database engines that a bundle can target.</summary>
public enum DatabaseKind
{
    /// <summary>SQLite.</summary>
    Sqlite,

    /// <summary>PostgreSQL.</summary>
    Postgres,

    /// <summary>MySQL.</summary>
    MySql,

    /// <summary>MariaDB; rendered as MySQL where the two agree.</summary>
    MariaDb,

    /// <summary>Microsoft SQL Server.</summary>
    SqlServer,
}
