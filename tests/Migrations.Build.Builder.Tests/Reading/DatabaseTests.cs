using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Tests.Reading;

[Collection(ReadingCollection.Name)]
public sealed class DatabaseTests
{
    private static readonly string[] All = ["sqlite", "postgres", "mysql", "mariadb", "sqlserver"];

    [Theory]
    [InlineData("\"SQLite\"", DatabaseKind.Sqlite)]
    [InlineData("\"postgresql\"", DatabaseKind.Postgres)]
    [InlineData("\"MySql\"", DatabaseKind.MySql, DatabaseKind.MariaDb)]
    [InlineData("\"MariaDB\"", DatabaseKind.MySql, DatabaseKind.MariaDb)]
    [InlineData("\"SqlServer\", \"SQLite\"", DatabaseKind.Sqlite, DatabaseKind.SqlServer)]
    [InlineData("\"SqlServer2016\"", DatabaseKind.SqlServer)]
    [InlineData("name => name.StartsWith(\"MySql\")", DatabaseKind.MySql, DatabaseKind.MariaDb)]
    [InlineData("name => name == \"PostgreSQL\"")] // the predicate sees no aliases
    [InlineData("\"postgres\"")] // no id of FluentMigrator's
    public void A_branch_is_seen_on_the_databases_that_FluentMigrator_would_match(string branch, params DatabaseKind[] expected)
    {
        using var compiled = Compiled.From($$"""
            [Migration(1)] public class M : Migration
            {
                public override void Up() => IfDatabase({{branch}}).Execute.Sql("SELECT 1");
                public override void Down() { }
            }
            """);
        var migration = compiled.Read(All).Silent().One();
        Assert.Equal(expected, Enum.GetValues<DatabaseKind>().Where(d => migration.For(d)!.Up.Count == 1));
    }

    [Fact]
    public void The_oldest_version_to_support_decides_which_ids_are_seen()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : Migration
            {
                public override void Up() { IfDatabase("PostgreSQL15_0").Execute.Sql("SELECT 15"); IfDatabase("PostgreSQL11_0").Execute.Sql("SELECT 11"); }
                public override void Down() { }
            }
            """);
        Assert.Equal("SELECT 11", Text(compiled.Read("postgres:14").Script(DatabaseKind.Postgres)));
        Assert.Equal("SELECT 15", Text(compiled.Read("postgres:16").Script(DatabaseKind.Postgres)));
    }

    [Fact]
    public void Code_behind_Delegate_runs_where_the_database_matches_and_nowhere_else()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : Migration
            {
                public override void Up() => IfDatabase("SQLite").Delegate(() => { Create.Table("a").WithColumn("id").AsInt32(); });
                public override void Down() { }
            }
            """);
        var migration = compiled.Read("sqlite", "postgres").Silent().One();
        Assert.Equal([1, 0], migration.Scripts.Select(s => s.Up.Count));
    }

    [Fact]
    public void Databases_for_which_a_migration_does_the_same_share_a_script()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class Same : Migration
            {
                public override void Up() => Create.Table("a").WithColumn("id").AsInt32();
                public override void Down() => Delete.Table("a");
            }
            [Migration(2)] public class Apart : Migration
            {
                public override void Up() { }
                public override void Down() => IfDatabase("MySql").Execute.Sql("SELECT 1");
            }
            """);
        var migrations = compiled.Read(All).Silent().History.Migrations;
        Assert.Equal(5, Assert.Single(migrations[0].Scripts).Databases.Count);
        Assert.Equal(
            [Items.Of(DatabaseKind.Sqlite, DatabaseKind.Postgres, DatabaseKind.SqlServer), Items.Of(DatabaseKind.MySql, DatabaseKind.MariaDb)],
            migrations[1].Scripts.Select(s => s.Databases));
        Assert.Equal([DownKind.Empty, DownKind.Written], migrations[1].Scripts.Select(s => s.DownKind));
    }

    [Fact]
    public void Each_reading_has_an_instance_of_its_own()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : Migration
            {
                private int _calls;
                public override void Up() { IfDatabase("SQLite", "PostgreSQL"); Execute.Sql($"SELECT {++_calls}"); }
                public override void Down() => Execute.Sql($"SELECT {++_calls}");
            }
            """);
        var script = Assert.Single(compiled.Read("sqlite", "postgres").Silent().One().Scripts);
        Assert.Equal(("SELECT 1", "SELECT 1"), (Text(script), Assert.IsType<RawSql>(script.Down[0].Operation).Text));
    }

    private static string Text(Script script) => Assert.IsType<RawSql>(Assert.Single(script.Up).Operation).Text;

    [Fact]
    public void An_added_column_is_a_key_only_where_FluentMigrator_makes_it_one()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : Migration
            {
                public override void Up()
                {
                    Alter.Table("a").AddColumn("x").AsInt32().NotNullable().PrimaryKey("pk_a");
                    Alter.Table("b").AddColumn("y").AsInt32().NotNullable().PrimaryKey().Identity();
                }
                public override void Down() { }
            }
            """);
        var migration = compiled.Read(All).Silent().One();

        bool[] Keys(DatabaseKind database) => [.. migration.For(database)!.Up.Operations().Cast<AddColumn>().Select(o => o.Column.PrimaryKey)];

        Assert.Equal([true, true], Keys(DatabaseKind.Sqlite));
        Assert.Equal([false, true], Keys(DatabaseKind.MySql)); // a numbered column must be a key there
        Assert.All(new[] { DatabaseKind.Postgres, DatabaseKind.SqlServer }, d => Assert.Equal([false, false], Keys(d)));
    }
}
