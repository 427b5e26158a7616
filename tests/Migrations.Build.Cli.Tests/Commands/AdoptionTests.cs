using Microsoft.Data.Sqlite;

namespace Migrations.Build.Cli.Tests.Commands;

public sealed class AdoptionTests : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public async Task A_database_as_the_history_makes_it_does_not_drift()
    {
        string[] where = await AppliedAsync();
        var ran = await _place.RunAsync(["drift", .. where]);
        Assert.Equal(0, ran.Code);
        Shape.Is("drift", ran.Json);
        Assert.Empty(ran.Json["differences"]!.AsArray());
    }

    [Fact]
    public async Task A_change_by_hand_is_drift()
    {
        string[] where = await AppliedAsync();
        Change("ALTER TABLE Contacts ADD COLUMN Phone TEXT");
        var ran = await _place.RunAsync(["drift", .. where]);
        Assert.Equal(4, ran.Code);
        Shape.Is("drift", ran.Json);
        Assert.Contains(ran.Json["differences"]!.AsArray(), d => (string?)d!["kind"] == "extra" && ((string)d["name"]!).Contains("Phone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_that_nobody_migrated_is_adopted()
    {
        Change("CREATE TABLE \"Contacts\" (\"Name\" TEXT)");
        string[] where = ["--bundle", _place.Save(Histories.Of(Histories.CreateContacts, Histories.AddEmail)), "--connection", _place.Connection, "--json"];
        var ran = await _place.RunAsync(["baseline", "--to", "1", .. where]);
        Assert.Equal(0, ran.Code);
        Shape.Is("baseline", ran.Json);
        Assert.Equal(1L, (long)Assert.Single(ran.Json["adopted"]!.AsArray())!);
        var apply = await _place.RunAsync(["apply", .. where]);
        Assert.Equal("AddEmail", (string?)Assert.Single(apply.Json["ran"]!.AsArray())!["class"]);
    }

    private async Task<string[]> AppliedAsync()
    {
        string[] where = ["--bundle", _place.Save(Histories.Of(Histories.CreateContacts, Histories.AddEmail)), "--connection", _place.Connection, "--json"];
        Assert.Equal(0, (await _place.RunAsync(["apply", .. where])).Code);
        return where;
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection(_place.Connection + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => _place.Dispose();
}
