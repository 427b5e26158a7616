namespace Migrations.Build.Cli.Tests.Commands;

public sealed class KeptDataTests : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public async Task Kept_data_is_planned_listed_restored_and_purged()
    {
        var bundle = _place.Save(Histories.Of(Histories.CreateContacts, Histories.AddEmail, Histories.DropEmail));
        string[] where = ["--connection", _place.Connection];
        Assert.Equal(0, (await _place.RunAsync(["apply", "--to", "2", "--bundle", bundle, .. where])).Code);
        _place.Scalar("insert into Contacts values ('Ann', 'ann@x'), ('Bob', 'bob@x')");

        var plan = await _place.RunAsync(["plan", "--bundle", bundle, .. where]);
        Assert.Contains("keeps Contacts.Email for 30 days: 2 rows, since the column is dropped", plan.Out, StringComparison.Ordinal);
        Assert.Contains("keep: CREATE TABLE \"migrations_kept_4_1\" AS", plan.Out, StringComparison.Ordinal);
        Assert.Contains("keeps Contacts.Email for ever: 2 rows", (await _place.RunAsync(["apply", "--dry-run", "--keep-for", "forever", "--bundle", bundle, .. where])).Out, StringComparison.Ordinal);
        var planned = await _place.RunAsync(["plan", "--json", "--bundle", bundle, .. where]);
        Shape.Is("plan", planned.Json);
        Assert.Equal(2, (int)planned.Json["pending"]![0]!["keeps"]![0]!["rows"]!);
        Assert.Equal("keep", (string?)planned.Json["pending"]![0]!["up"]![0]!["kind"]);

        Assert.Equal(0, (await _place.RunAsync(["apply", "--keep-for", "12h", "--bundle", bundle, .. where])).Code);
        Assert.Equal(12L, _place.Scalar("select round(24 * (julianday(keep_until) - julianday(kept_at))) from migrations_kept") is double hours ? (long)hours : 0);
        var status = await _place.RunAsync(["status", "--json", .. where]);
        Shape.Is("status", status.Json);
        Assert.Equal("kept", (string?)status.Json["kept"]![0]!["state"]);
        var told = await _place.RunAsync(["status", .. where]);
        Assert.Contains("Contacts.Email", told.Out, StringComparison.Ordinal);
        Assert.All(told.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));

        var nothing = await _place.RunAsync(["purge", "--json", .. where]);
        Assert.Equal(0, nothing.Code);
        Shape.Is("purge", nothing.Json);
        Assert.Single(nothing.Json["stays"]!.AsArray());
        Assert.Contains("would be dropped", (await _place.RunAsync(["purge", "--older-than", "0", "--dry-run", .. where])).Out, StringComparison.Ordinal);
        var purged = await _place.RunAsync(["purge", "--older-than", "0", "--json", .. where]);
        Shape.Is("purge", purged.Json);
        Assert.Equal(2, (int)purged.Json["dropped"]![0]!["rows"]!);

        Assert.Equal(8, (await _place.RunAsync(["rollback", "--to", "2", .. where])).Code);
        Assert.Equal(0, (await _place.RunAsync(["rollback", "--to", "2", "--allow-data-loss", .. where])).Code);
        Assert.Equal(2L, _place.Scalar("select count(*) from Contacts where Email is null"));
    }

    [Fact]
    public async Task What_a_rollback_keeps_is_counted_listed_and_brought_back()
    {
        var bundle = _place.Save(Histories.Of(Histories.CreateNotes));
        string[] where = ["--connection", _place.Connection];
        Assert.Equal(0, (await _place.RunAsync(["apply", "--bundle", bundle, .. where])).Code);
        _place.Scalar("insert into Notes (Name) values ('Ann'), ('Bob')");

        var rehearsed = await _place.RunAsync(["rollback", "--to", "0", "--dry-run", .. where]);
        Assert.Contains("keeps Notes: 2 rows written since, for 30 days", rehearsed.Out, StringComparison.Ordinal);
        Shape.Is("rollback", (await _place.RunAsync(["rollback", "--to", "0", "--dry-run", "--json", .. where])).Json);
        Assert.Equal(0, (await _place.RunAsync(["rollback", "--to", "0", "--keep-for", "12h", .. where])).Code);
        Assert.Contains("kept for apply", (await _place.RunAsync(["status", .. where])).Out, StringComparison.Ordinal);
        Assert.Equal("rollback", (string?)(await _place.RunAsync(["status", "--json", .. where])).Json["kept"]![0]!["keptBy"]);

        Assert.Contains("brings back rows of Notes: 2 rows that a rollback kept", (await _place.RunAsync(["plan", "--bundle", bundle, .. where])).Out, StringComparison.Ordinal);
        Shape.Is("plan", (await _place.RunAsync(["plan", "--json", "--bundle", bundle, .. where])).Json);
        Assert.Equal(0, (await _place.RunAsync(["apply", "--bundle", bundle, .. where])).Code);
        Assert.Equal(2L, _place.Scalar("select count(*) from Notes"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0h")]
    public async Task Keeping_nothing_takes_a_word_more(string nothing)
    {
        var bundle = _place.Save(Histories.Of(Histories.CreateNotes));
        string[] where = ["--connection", _place.Connection];
        Assert.Equal(0, (await _place.RunAsync(["apply", "--keep-for", nothing, "--bundle", bundle, .. where])).Code);
        _place.Scalar("insert into Notes values ('Ann')");

        var refused = await _place.RunAsync(["rollback", "--to", "0", "--keep-for", nothing, .. where]);
        Assert.Equal(8, refused.Code);
        Assert.Contains("add '--allow-data-loss'", refused.Error, StringComparison.Ordinal);
        Assert.Equal(1L, _place.Scalar("select count(*) from Notes"));
        Assert.Equal(0, (await _place.RunAsync(["rollback", "--to", "0", "--keep-for", nothing, "--allow-data-loss", .. where])).Code);
        Assert.Equal(0L, _place.Scalar("select count(*) from sqlite_schema where name like 'migrations!_kept!_%' escape '!'"));
    }

    [Fact]
    public async Task What_found_no_place_is_a_warning_and_is_listed_as_left_over()
    {
        var bundle = _place.Save(Histories.Of(Histories.CreateContacts, Histories.AddEmail, Histories.DropEmail));
        string[] where = ["--connection", _place.Connection];
        Assert.Equal(0, (await _place.RunAsync(["apply", "--to", "2", "--bundle", bundle, .. where])).Code);
        _place.Scalar("insert into Contacts values ('Ann', 'ann@x'), ('Bob', 'bob@x')");
        Assert.Equal(0, (await _place.RunAsync(["apply", "--bundle", bundle, .. where])).Code);
        _place.Scalar("delete from Contacts where Name = 'Bob'");

        var back = await _place.RunAsync(["rollback", "--steps", "1", .. where]);

        Assert.Equal(0, back.Code);
        Assert.Contains("warning MIG9335", back.Error, StringComparison.Ordinal);
        Assert.Equal("ann@x", _place.Scalar("select Email from Contacts"));
        var status = await _place.RunAsync(["status", .. where]);
        Assert.All(status.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("left over, 1 row", status.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apply", "--keep-for", "soon")]
    [InlineData("apply", "--keep-for", "-1")]
    [InlineData("purge", "--older-than", "forever")]
    [InlineData("purge", "--older-than", "12 days")]
    public async Task A_time_that_is_none_is_wrong_usage(string verb, string option, string value)
    {
        string[] bundle = verb == "apply" ? ["--bundle", _place.Save(Histories.Of(Histories.CreateContacts))] : [];
        var ran = await _place.RunAsync([verb, option, value, .. bundle, "--connection", _place.Connection]);
        Assert.Equal(2, ran.Code);
        Assert.Contains("is a number of days such as 30", ran.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Dispose();
}
