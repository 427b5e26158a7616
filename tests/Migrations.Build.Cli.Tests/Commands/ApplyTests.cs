using System.Text.Json.Nodes;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Cli.Tests.Commands;

public sealed class ApplyTests : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public async Task From_nothing_to_applied_and_back()
    {
        var bundle = _place.Save(Histories.Of(Histories.CreateContacts, Histories.AddEmail));
        string[] where = ["--bundle", bundle, "--connection", _place.Connection, "--json"];

        var plan = await _place.RunAsync(["plan", "--check", .. where]);
        Assert.Equal(3, plan.Code);
        Shape.Is("plan", plan.Json);
        Assert.Equal(["CreateContacts", "AddEmail"], Classes(plan.Json["pending"]));
        Assert.False(File.Exists(_place.Database));

        var apply = await _place.RunAsync(["apply", .. where]);
        Assert.Equal(0, apply.Code);
        Shape.Is("apply", apply.Json);
        Assert.Equal(["CreateContacts", "AddEmail"], Classes(apply.Json["ran"]));
        Assert.Contains("applied 2 AddEmail", apply.Error, StringComparison.Ordinal);
        Assert.Equal(2L, _place.Scalar("select count(*) from VersionInfo"));

        var status = await _place.RunAsync(["status", .. where]);
        Assert.Equal(0, status.Code);
        Shape.Is("status", status.Json);
        Assert.All(status.Json["migrations"]!.AsArray(), m => Assert.Equal("applied", (string?)m!["state"]));

        var again = await _place.RunAsync(["apply", .. where]);
        Assert.Equal(0, again.Code);
        Assert.Empty(again.Json["ran"]!.AsArray());

        var rollback = await _place.RunAsync("rollback", "--deployment", "last", "--connection", _place.Connection, "--json");
        Assert.Equal(0, rollback.Code);
        Shape.Is("rollback", rollback.Json);
        Assert.Equal(["AddEmail", "CreateContacts"], Classes(rollback.Json["ran"]));
        Assert.Equal(0L, _place.Scalar("select count(*) from sqlite_master where name = 'Contacts'"));
    }

    [Fact]
    public async Task People_read_a_plan_at_80_columns_and_see_the_statements_as_they_run()
    {
        var bundle = _place.Save(Histories.Of(Histories.CreateContacts, Histories.AddEmail));
        var plan = await _place.RunAsync("plan", "--bundle", bundle, "--connection", _place.Connection);
        Assert.Equal(0, plan.Code);
        Assert.Equal("", plan.Error);
        Assert.All(plan.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.StartsWith("Crm 1.2.3 on SQLite: 2 migrations pending, 0 applied", plan.Out, StringComparison.Ordinal);
        Assert.Contains("why: We need to know whom we serve.", plan.Out, StringComparison.Ordinal);
        Assert.Contains("ALTER TABLE \"Contacts\" ADD COLUMN \"Email\" TEXT", plan.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', plan.Out);
    }

    [Fact]
    public async Task A_dry_run_changes_nothing()
    {
        var bundle = _place.Save(Histories.Of(Histories.CreateContacts));
        var ran = await _place.RunAsync("apply", "--dry-run", "--bundle", bundle, "--connection", _place.Connection);
        Assert.Equal(0, ran.Code);
        Assert.Contains("Dry run: nothing was changed.", ran.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(_place.Database));
    }

    [Fact]
    public async Task Quiet_says_nothing_when_all_is_well()
    {
        var bundle = _place.Save(Histories.Of(Histories.CreateContacts));
        var ran = await _place.RunAsync("apply", "--quiet", "--bundle", bundle, "--connection", _place.Connection);
        Assert.Equal((0, "", ""), (ran.Code, ran.Out, ran.Error));
    }

    [Fact]
    public async Task Breaking_changes_need_consent()
    {
        var breaking = Histories.AddEmail with { Migration = Histories.AddEmail.Migration with { BreakingChange = true } };
        string[] args = ["apply", "--bundle", _place.Save(Histories.Of(Histories.CreateContacts, breaking)), "--connection", _place.Connection, "--json"];
        var refused = await _place.RunAsync(args);
        Assert.Equal(8, refused.Code);
        Shape.Is("apply", refused.Json);
        Assert.Equal(0, (await _place.RunAsync([.. args, "--allow-breaking"])).Code);
    }

    [Fact]
    public async Task An_irreversible_migration_stops_a_rollback_before_it_begins()
    {
        var bundle = _place.Save(Histories.Of(Histories.CreateContacts, Histories.AddEmail, Histories.Forever));
        Assert.Equal(0, (await _place.RunAsync("apply", "--bundle", bundle, "--connection", _place.Connection)).Code);
        var ran = await _place.RunAsync("rollback", "--to", "0", "--connection", _place.Connection, "--json");
        Assert.Equal(8, ran.Code);
        Shape.Is("rollback", ran.Json);
        Assert.Empty(ran.Json["ran"]!.AsArray());
        Assert.Equal(3L, _place.Scalar("select count(*) from VersionInfo"));
    }

    [Fact]
    public async Task A_changed_migration_is_refused_and_one_that_is_only_rendered_otherwise_is_not()
    {
        Assert.Equal(0, (await _place.RunAsync("apply", "--bundle", _place.Save(Histories.Of(Histories.CreateContacts)), "--connection", _place.Connection)).Code);
        var rendered = Histories.CreateContacts with { UpSql = ["CREATE TABLE \"Contacts\" (\"Name\" TEXT )"] };
        Assert.Equal(0, (await _place.RunAsync("apply", "--bundle", _place.Save(Histories.Of(rendered)), "--connection", _place.Connection)).Code);
        var changed = Histories.CreateContacts with { Up = [.. Histories.CreateContacts.Up, .. Histories.AddEmail.Up] };
        var ran = await _place.RunAsync("apply", "--bundle", _place.Save(Histories.Of(changed)), "--connection", _place.Connection, "--json");
        Assert.Equal(4, ran.Code);
        Assert.Equal("differs", (string?)ran.Json["result"]);
    }

    [Fact]
    public async Task A_deployment_that_is_paused_by_a_failure_exits_with_7_and_goes_on_where_it_is()
    {
        var bundle = _place.Save(Histories.Of(Histories.CreateContacts, Histories.Fails));
        var ran = await _place.RunAsync("apply", "--on-failure", "pause", "--bundle", bundle, "--connection", _place.Connection, "--json");
        Assert.Equal(7, ran.Code);
        Shape.Is("apply", ran.Json);
        Assert.Contains("no such table: Nowhere", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Applied: 1. Not applied: 3. Next: correct it and run 'migrations apply', or go back with 'migrations rollback --deployment last'.", ran.Error, StringComparison.Ordinal);
        Assert.Equal(["CreateContacts"], Classes(ran.Json["ran"]));
        Assert.Equal(1L, _place.Scalar("select max(Version) from VersionInfo"));

        var corrected = _place.Save(Histories.Of(Histories.CreateContacts, Histories.AddEmail));
        Assert.Equal(0, (await _place.RunAsync("apply", "--bundle", corrected, "--connection", _place.Connection)).Code);
    }

    [Fact]
    public async Task A_deployment_that_is_rolled_back_after_a_failure_exits_with_6_and_nothing_of_it_is_left()
    {
        var bundle = _place.Save(Histories.Of(Histories.CreateContacts, Histories.Fails));
        var ran = await _place.RunAsync("apply", "--bundle", bundle, "--connection", _place.Connection, "--json");
        Assert.Equal(6, ran.Code);
        Shape.Is("apply", ran.Json);
        Assert.Contains("one migration was undone. Nothing of it is applied, the database is where it was before. Not applied: 1, 3. Next: correct the migration, build, and run 'migrations apply' again.", ran.Error, StringComparison.Ordinal);
        Assert.Equal(["CreateContacts", "CreateContacts"], Classes(ran.Json["ran"]));
        Assert.Equal(0L, _place.Scalar("select count(*) from VersionInfo"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".migrations-lock")]
    public async Task A_held_lock_exits_with_5(string file)
    {
        var bundle = _place.Save(Histories.Of(Histories.CreateContacts));
        Assert.Equal(0, (await _place.RunAsync("apply", "--bundle", bundle, "--connection", _place.Connection)).Code);
        using var other = new Microsoft.Data.Sqlite.SqliteConnection(_place.Connection + file + ";Pooling=False");
        other.Open();
        using var begin = other.CreateCommand();
        begin.CommandText = "begin exclusive";
        begin.ExecuteNonQuery();
        var ran = await _place.RunAsync("rollback", "--steps", "1", "--connection", _place.Connection, "--lock-timeout", "1", "--json");
        Assert.Equal(5, ran.Code);
    }

    [Fact]
    public async Task A_bundle_for_other_databases_is_told_apart()
    {
        var postgres = _place.Save(Histories.For([DatabaseKind.Postgres], Histories.CreateContacts));
        var wrong = await _place.RunAsync("apply", "--bundle", postgres, "--database", "sqlite", "--connection", _place.Connection);
        Assert.Equal(2, wrong.Code);
        var later = await _place.RunAsync("apply", "--bundle", postgres, "--connection", "Host=localhost;Username=x;Password=hunter2-secret");
        Assert.Equal(2, later.Code);
        Assert.Contains("PostgreSQL", later.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", later.Error + later.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_connection_may_come_from_the_environment_or_a_file()
    {
        var both = _place.Save(Histories.For([DatabaseKind.Sqlite, DatabaseKind.Postgres], Histories.CreateContacts));
        File.WriteAllText(_place.At("connection.txt"), _place.Connection + "\n");
        Assert.Equal(0, (await _place.RunAsync("apply", "--bundle", both, "--connection-file", _place.At("connection.txt"))).Code);
        var ran = await _place.RunAsync(new Dictionary<string, string> { ["MIGRATIONS_CONNECTION"] = _place.Connection }, "status", "--json");
        Assert.Single(ran.Json["migrations"]!.AsArray());
    }

    [Fact]
    public async Task A_database_that_cannot_be_made_is_an_error_without_a_stack_trace()
    {
        var bundle = _place.Save(Histories.Of(Histories.CreateContacts));
        var ran = await _place.RunAsync("apply", "--bundle", bundle, "--connection", "Data Source=/proc/nowhere/x.db", "--json");
        Assert.Equal(1, ran.Code);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
        Assert.NotEmpty(ran.Json["messages"]!.AsArray());
    }

    private static string[] Classes(JsonNode? list) => [.. list!.AsArray().Select(m => (string)m!["class"]!)];

    public void Dispose() => _place.Dispose();
}
