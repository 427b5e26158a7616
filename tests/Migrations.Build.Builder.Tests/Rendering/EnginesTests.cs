using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Builder.Tests.Rendering;

public sealed class EnginesTests
{
    [Theory]
    [InlineData("sqlite", "SQLite")]
    [InlineData("postgres:16", "PostgreSQL15_0", "PostgreSQL15_0", "PostgreSQL")]
    [InlineData("postgres:14", "PostgreSQL11_0", "PostgreSQL11_0", "PostgreSQL")]
    [InlineData("postgres:10", "PostgreSQL10_0", "PostgreSQL10_0", "PostgreSQL")]
    [InlineData("mysql:8.4", "MySql8", "MariaDB", "MySql", "MySQL 8")]
    [InlineData("mysql:5.7", "MySql5", "MariaDB", "MySql", "MySQL 5")]
    [InlineData("mariadb:10.6", "MySql8", "MariaDB", "MySql", "MySQL 8")]
    [InlineData("mariadb:10.4", "MySql5", "MariaDB", "MySql", "MySQL 5")]
    [InlineData("sqlserver:2022", "SqlServer2016", "SqlServer")]
    [InlineData("sqlserver:2014", "SqlServer2014", "SqlServer")]
    public void A_database_has_the_names_of_FluentMigrators_own_processor(string target, string id, params string[] aliases)
    {
        Assert.Equal(id, Engines.GeneratorId(Ops.Target(target)));
        Assert.Equal(aliases, Engines.Aliases(Ops.Target(target)));
    }
}
