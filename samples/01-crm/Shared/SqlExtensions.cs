using FluentMigrator;

namespace Crm.Migrations.Shared;

/// <summary>Raw SQL whose text depends on the database.</summary>
internal static class SqlExtensions
{
    public static void SqlPerEngine(this Migration migration, string sqlite, string postgres, string mySql, string sqlServer)
    {
        migration.IfDatabase(Engines.Sqlite).Execute.Sql(sqlite);
        migration.IfDatabase(Engines.Postgres).Execute.Sql(postgres);
        migration.IfDatabase(Engines.MySql).Execute.Sql(mySql);
        migration.IfDatabase(Engines.SqlServer).Execute.Sql(sqlServer);
    }
}
