namespace Migrations.Build.Cli.Tests.Commands;

public sealed class BundleTests : IDisposable
{
    private readonly Workplace _place = new();

    [Theory]
    [InlineData("plan")]
    [InlineData("apply")]
    [InlineData("status")]
    [InlineData("verify")]
    public async Task A_damaged_bundle_exits_with_9_and_names_the_part(string verb)
    {
        var path = _place.Save(Histories.Of(Histories.CreateContacts));
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..^200]);
        string[] connection = verb == "verify" ? [] : ["--connection", _place.Connection];
        var ran = await _place.RunAsync([verb, "--bundle", path, "--json", .. connection]);
        Assert.Equal(9, ran.Code);
        Shape.Is("error", ran.Json);
        Assert.Equal("MIG9112", (string?)ran.Json["messages"]![0]!["rule"]);
        Assert.False(File.Exists(_place.Database));
    }

    [Fact]
    public async Task A_changed_part_is_named()
    {
        var path = _place.Save(Histories.Of(Histories.CreateContacts));
        using (var zip = System.IO.Compression.ZipFile.Open(path, System.IO.Compression.ZipArchiveMode.Update))
        {
            zip.GetEntry("sql/sqlite/1_CreateContacts.up.sql")!.Delete();
            using var entry = zip.CreateEntry("sql/sqlite/1_CreateContacts.up.sql").Open();
            entry.Write("-- x\n"u8);
        }
        var ran = await _place.RunAsync("verify", "--bundle", path);
        Assert.Equal(9, ran.Code);
        Assert.Contains("'sql/sqlite/1_CreateContacts.up.sql'", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_intact_bundle_is_verified()
    {
        var ran = await _place.RunAsync("verify", "--bundle", _place.Save(Histories.Of(Histories.CreateContacts, Histories.AddEmail)), "--json");
        Assert.Equal(0, ran.Code);
        Shape.Is("verify", ran.Json);
        Assert.Equal(2, (int?)ran.Json["rounds"]);
    }

    [Fact]
    public async Task A_down_that_brings_nothing_back_fails_the_verification()
    {
        var broken = Histories.AddEmail with { DownSql = [] };
        var ran = await _place.RunAsync("verify", "--bundle", _place.Save(Histories.Of(Histories.CreateContacts, broken)), "--json");
        Assert.Equal(1, ran.Code);
        Shape.Is("verify", ran.Json);
        Assert.Contains("AddEmail", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_to_migrate_is_not_filled_with_made_up_rows()
    {
        var path = _place.Save(Histories.Of(Histories.CreateContacts));
        Assert.Equal(0, (await _place.RunAsync(new Dictionary<string, string> { ["MIGRATIONS_CONNECTION"] = _place.Connection }, "verify", "--bundle", path)).Code);
        Assert.False(File.Exists(_place.Database));
        _place.Scalar("create table mine (a)");
        var before = File.ReadAllBytes(_place.Database);

        var refused = await _place.RunAsync("verify", "--bundle", path, "--connection", _place.Connection);

        Assert.Equal(2, refused.Code);
        Assert.Contains("is not empty", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_place.Database));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_empty_database_is_verified_on_and_is_empty_again(bool exists)
    {
        var path = _place.Save(Histories.Of(Histories.CreateContacts, Histories.AddEmail));
        if (exists)
        {
            File.WriteAllText(_place.Database, "");
        }

        var ran = await _place.RunAsync("verify", "--bundle", path, "--connection", _place.Connection);

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal(exists ? ["café 1.db"] : [], Directory.GetFiles(_place.Folder, "*.db*").Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_rule_is_explained()
    {
        var ran = await _place.RunAsync("explain", "mig0201");
        Assert.Equal(0, ran.Code);
        Assert.StartsWith("MIG0201 ", ran.Out, StringComparison.Ordinal);
        var document = await _place.RunAsync("explain", "MIG0201", "--json");
        Shape.Is("explain", document.Json);
    }

    public void Dispose() => _place.Dispose();
}
