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
        var ran = await _place.RunAsync("verify", "--bundle", _place.Save(Histories.Of(Histories.CreateContacts)), "--json");
        Assert.Equal(0, ran.Code);
        Shape.Is("verify", ran.Json);
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
