using FluentMigrator;

namespace Crm.Migrations.Shared;

/// <summary>The ids that <c>IfDatabase</c> knows, so that a misspelt one does not compile.</summary>
internal static class Engines
{
    public const string Sqlite = ProcessorIdConstants.SQLite;
    public const string Postgres = ProcessorIdConstants.PostgreSQL;
    public const string MySql = ProcessorIdConstants.MySql;
    public const string SqlServer = ProcessorIdConstants.SqlServer;
}
