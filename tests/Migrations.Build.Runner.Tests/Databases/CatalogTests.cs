using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Runner.Drifting;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Databases;

public sealed class CatalogTests : IDisposable
{
    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("migrations_of_birds", true)]
    [InlineData("migrations_kept_birds", true)]
    [InlineData("migrations_kept_7_1", false)]
    [InlineData("migrations_kept", false)]
    public async Task Only_the_toolchains_own_tables_are_left_out_of_a_drift(string table, bool differs)
    {
        var bundle = Draft.Bundle(Draft.Table(1));
        await _database.ApplyAsync(bundle);
        _database.Execute($"CREATE TABLE IF NOT EXISTS {table} (id INTEGER)");

        var outcome = await Drift.CompareAsync(bundle, _database.Settings, new(), default);

        Assert.Equal(differs ? [table] : [], outcome.Differences.Select(d => d.Name));
    }

    [Theory]
    [InlineData("ck_a", true)]
    [InlineData("CK_A", true)]
    [InlineData("ck%a", false)]
    [InlineData("ckxa", false)]
    public async Task A_constraint_is_asked_for_by_its_whole_name(string name, bool exists)
    {
        _database.Execute("CREATE TABLE t (a INTEGER CONSTRAINT ck_a CHECK (a > 0))");
        var bundle = Draft.Bundle(Draft.Table(1).Assuming(new Assumption("constraint", new(null, "t"), name, exists)));

        (await _database.ApplyAsync(bundle)).Ends(ExitCode.Done);
    }

    [Fact]
    public void On_MariaDB_a_bundle_for_MySQL_gives_MySQLs_statements_and_one_for_both_its_own()
    {
        var settings = new RunSettings(DatabaseKind.MariaDb, "Server=db;Password=secret");

        Assert.Equal(DatabaseKind.MySql, settings.For(Bundle(DatabaseKind.MySql)).Database);
        Assert.Equal(DatabaseKind.MariaDb, settings.For(Bundle(DatabaseKind.MySql, DatabaseKind.MariaDb)).Database);
        Assert.Equal(DatabaseKind.MariaDb, settings.For(Bundle(DatabaseKind.Sqlite)).Database);
        Assert.Null(Verb.NotMeant(Bundle(DatabaseKind.MySql), settings));
        Assert.NotNull(Verb.NotMeant(Bundle(DatabaseKind.Sqlite), settings));
        var plan = Runner.Planning.Planner.Make(Bundle(DatabaseKind.MySql), settings.For(Bundle(DatabaseKind.MySql)).Database, Runner.Journal.HistoryState.Empty, null, Runner.Planning.Requested.Nothing);
        Assert.Equal("CREATE TABLE T1 (Id INT)", plan.Pending[0].Up[0].Text);
    }

    [Fact]
    public void Settings_in_a_log_show_no_connection() =>
        Assert.DoesNotContain("secret", new RunSettings(DatabaseKind.Sqlite, "Data Source=a.db;Password=secret").ToString(), StringComparison.Ordinal);

    private static MigrationBundle Bundle(params DatabaseKind[] databases) => Draft.Bundle(databases, Draft.Of(1, ["CREATE TABLE T1 (Id INT)"], ["DROP TABLE T1"]));
}
