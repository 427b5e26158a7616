using Migrations.Build.Cli.Tests;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Native.Tests;

/// <summary>The native command and the program under .NET say and write the same: reflection finds the same members in the same order.</summary>
public sealed class SameAnswersTests : IDisposable
{
    private const string BeforeTheThirdRelease = "20240610090000";
    private static readonly string Crm = Directory.GetFiles(Path.Combine(Repository.Root, "samples", "01-crm", "bin"), "*.mbundle", SearchOption.AllDirectories).MaxBy(File.GetLastWriteTimeUtc)!;

    private readonly Workplace _place = new();

    [Theory]
    [InlineData("plan")]
    [InlineData("plan", "--json")]
    [InlineData("drift", "--json")]
    [InlineData("status", "--json")]
    public async Task A_history_of_three_releases_reads_the_same(params string[] words)
    {
        string[] all = [.. words, "--bundle", Crm, "--connection", _place.Connection];
        await ManagedAsync("apply", "--bundle", Crm, "--connection", _place.Connection, "--to", BeforeTheThirdRelease, "--allow-code", "--allow-breaking");
        var said = await NativeAsync(all);
        Assert.StartsWith("0: ", said, StringComparison.Ordinal);
        Assert.Equal(await ManagedAsync(all), said);
    }

    [Fact]
    public async Task What_lacks_a_member_that_must_be_there_is_refused_alike()
    {
        var bundle = _place.Save(Histories.Of(Histories.CreateContacts, Histories.AddEmail));
        Assert.StartsWith("0: ", await NativeAsync("apply", "--bundle", bundle, "--connection", _place.Connection), StringComparison.Ordinal);
        var undo = (string)_place.Scalar("select cast(undo as text) from migrations_journal where version = 2 and undo is not null")!;
        var lacking = undo.Replace("\"class\":\"AddEmail\",", "", StringComparison.Ordinal);
        Assert.NotEqual(undo, lacking);
        _place.Scalar($"update migrations_journal set undo = '{lacking.Replace("'", "''", StringComparison.Ordinal)}', undo_digest = '{Digest.Of(lacking)}' where version = 2 and undo is not null");
        string[] back = ["rollback", "--to", "1", "--connection", _place.Connection];
        var said = await NativeAsync(back);
        Assert.False(said.StartsWith("0: ", StringComparison.Ordinal), said);
        Assert.Equal(await ManagedAsync(back), said);
    }

    [Theory]
    [InlineData("explain", "MIG0202")]
    [InlineData("explain", "MIG0202", "--json")]
    [InlineData("--help")]
    [InlineData("apply", "--nonsense")]
    public async Task What_needs_no_bundle_is_said_alike(params string[] words) =>
        Assert.Equal(await ManagedAsync(words), await NativeAsync(words));

    [Fact]
    public async Task What_the_journal_holds_for_a_rollback_is_the_same_byte_for_byte()
    {
        var keeping = _place.Save(Histories.Of(Histories.CreateContacts, Histories.AddEmail, Histories.DropEmail));
        Assert.Equal(await JournalAsync(keeping, ManagedAsync, "managed.db"), await JournalAsync(keeping, NativeAsync, "native.db"));
        var forever = _place.Save(Histories.Of(Histories.CreateContacts, Histories.AddEmail, Histories.Forever), "forever.mbundle");
        Assert.Equal(await JournalAsync(forever, ManagedAsync, "managed forever.db"), await JournalAsync(forever, NativeAsync, "native forever.db"));
    }

    [Fact]
    public async Task What_was_applied_under_dotnet_is_rolled_back_by_the_native_command_to_the_same_schema()
    {
        string[] apply = ["apply", "--bundle", Crm, "--connection", _place.Connection, "--allow-code", "--allow-breaking"];
        await ManagedAsync([.. apply, "--to", BeforeTheThirdRelease]);
        await ManagedAsync(apply);
        var twin = _place.At("twin.db");
        File.Copy(_place.Database, twin);
        string[] undo = ["rollback", "--to", BeforeTheThirdRelease, "--quiet", "--connection"];
        await ManagedAsync([.. undo, "Data Source=" + twin]);
        await NativeAsync([.. undo, _place.Connection]);
        Assert.Equal(long.Parse(BeforeTheThirdRelease), _place.Scalar("select max(Version) from VersionInfo"));
        const string schema = "select group_concat(sql, ';') from (select sql from sqlite_schema order by name)";
        Assert.Equal(_place.Scalar(schema, twin), _place.Scalar(schema));
    }

    public void Dispose() => _place.Dispose();

    private async Task<string> JournalAsync(string bundle, Func<string[], Task<string>> run, string database)
    {
        Assert.StartsWith("0: ", await run(["apply", "--bundle", bundle, "--connection", "Data Source=" + _place.At(database), "--allow-breaking"]), StringComparison.Ordinal);
        return (string)_place.Scalar("select group_concat(hex(undo) || undo_digest || hash, ';') from (select * from migrations_journal order by version, statement)", _place.At(database))!;
    }

    private async Task<string> NativeAsync(params string[] words)
    {
        var ran = await _place.RunAsync(words);
        return $"{ran.Code}: {ran.Out}{ran.Error}".TrimEnd();
    }

    private Task<string> ManagedAsync(params string[] words) => Task.Run(() =>
    {
        var ran = Run.Dotnet(_place.Folder, ["exec", Installed.Managed, .. words]);
        return $"{ran.ExitCode}: {ran.Output}".TrimEnd();
    });
}
