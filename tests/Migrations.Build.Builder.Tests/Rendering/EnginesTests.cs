using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;

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

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres:16")]
    [InlineData("mysql:8.0")]
    [InlineData("mariadb:10.6")]
    [InlineData("sqlserver:2019")]
    public void Values_keep_their_line_ends(string target)
    {
        var text = Value.Of("a\r\nb");
        Operation[] rows =
        [
            new InsertRows(T("T"), Items.Of(Row("A", text))),
            new UpdateRows(T("T"), Items.Of(new Cell("A", text)), Items.Of(new Cell("A", text)), false),
            new DeleteRows(T("T"), Items.Of(Row("A", text)), false),
            new RawSql("UPDATE T\r\nSET A = 'a\r\nb'", SqlSource.Statement),
        ];
        var rendered = Render(target, [Table("T", C("A", TypeKind.String, 50))], rows).Statements.Select(s => s.Text).ToArray();

        Assert.Equal([1, 2, 1, 1], rendered.Select(t => t.Split("a\r\nb").Length - 1));
        Assert.StartsWith("UPDATE T\nSET", rendered[^1], StringComparison.Ordinal);
    }
}
