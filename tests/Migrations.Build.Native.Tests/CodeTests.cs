using System.Data;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Cli.Tests;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Native.Tests;

/// <summary>A native program cannot load assemblies: what runs code of the bundle is done by the program under .NET that lies beside it.</summary>
[SupportedOSPlatform("linux")]
public sealed class CodeTests : IDisposable
{
    private const string This = "Migrations.Build.Native.Tests";
    private static readonly Dictionary<string, string> NoDotnet = Environment("/nowhere", path: "/nowhere");

    private readonly Workplace _place = new();

    internal static void Fill(IDbConnection connection, IDbTransaction transaction) => Run(connection, transaction, "insert into Contacts (Name) values ('Zoë')");

    internal static void Empty(IDbConnection connection, IDbTransaction transaction) => Run(connection, transaction, "delete from Contacts where Name = 'Zoë'");

    [Fact]
    public async Task Code_of_a_bundle_is_run()
    {
        var bundle = _place.Save(WithCode());
        var ran = await _place.RunAsync("apply", "--bundle", bundle, "--connection", _place.Connection, "--allow-code", "--json");
        Assert.True(ran.Code == 0, ran.Out + ran.Error);
        Assert.Equal("Zoë", _place.Scalar("select Name from Contacts"));
        Assert.Equal(0, (await _place.RunAsync("rollback", "--to", "1", "--bundle", bundle, "--connection", _place.Connection, "--allow-code")).Code);
        Assert.Equal(0L, _place.Scalar("select count(*) from Contacts"));
    }

    [Theory]
    [InlineData("apply")]
    [InlineData("rollback")]
    [InlineData("verify")]
    public async Task Without_dotnet_what_can_run_code_changes_nothing_and_says_what_is_missing(string verb)
    {
        var bundle = _place.Save(WithCode());
        var ran = await _place.RunAsync(NoDotnet, verb, "--bundle", bundle, "--connection", _place.Connection, "--json");
        Assert.Equal(1, ran.Code);
        Assert.Contains("was not found with .NET 10 or newer. Nothing was done.", (string?)ran.Json["messages"]![0]!["text"], StringComparison.Ordinal);
        Assert.False(File.Exists(_place.Database));
    }

    [Fact]
    public async Task A_dotnet_that_is_too_old_is_passed_over()
    {
        var old = Directory.CreateDirectory(_place.At("old")).FullName;
        File.WriteAllText(Path.Combine(old, "dotnet"), "#!/bin/sh\nexit 99\n");
        File.SetUnixFileMode(Path.Combine(old, "dotnet"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Directory.CreateDirectory(Path.Combine(old, "shared", "Microsoft.NETCore.App", "8.0.1"));
        var path = old + ":" + System.Environment.GetEnvironmentVariable("PATH");
        var environment = Environment("", path);
        Assert.Equal(0, (await _place.RunAsync(environment, "apply", "--bundle", _place.Save(WithCode()), "--connection", _place.Connection, "--allow-code")).Code);
        Directory.Move(Path.Combine(old, "shared", "Microsoft.NETCore.App", "8.0.1"), Path.Combine(old, "shared", "Microsoft.NETCore.App", "10.0.1-rc.1"));
        Assert.Equal(99, (await _place.RunAsync(environment, "verify", "--bundle", _place.At("crm ü.mbundle"))).Code);
    }

    [Fact]
    public async Task A_dotnet_that_cannot_be_started_is_told()
    {
        var broken = Directory.CreateDirectory(_place.At("broken")).FullName;
        File.WriteAllText(Path.Combine(broken, "dotnet"), "");
        Directory.CreateDirectory(Path.Combine(broken, "shared", "Microsoft.NETCore.App", "10.0.1"));
        var ran = await _place.RunAsync(Environment(broken), "verify", "--bundle", _place.Save(WithCode()));
        Assert.Equal(1, ran.Code);
        Assert.Contains("could not be started", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_that_comes_through_a_pipe_is_read_by_who_runs_its_code()
    {
        var bundle = _place.Save(WithCode());
        var start = new ProcessStartInfo("bash", ["-c", "cat \"$1\" | \"$0\" apply --bundle /dev/stdin --connection \"$2\" --allow-code", Installed.Command, bundle, _place.Connection]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, error);
        Assert.Equal("Zoë", _place.Scalar("select Name from Contacts"));
    }

    [Fact]
    public async Task Who_took_over_is_the_same_process_and_hears_its_signals()
    {
        var bundle = _place.Save(WithCode());
        Assert.Equal(0, (await _place.RunAsync("apply", "--to", "1", "--bundle", bundle, "--connection", _place.Connection)).Code);
        using var other = await _place.HoldLockAsync();

        using var process = _place.Start(new Dictionary<string, string>(), "apply", "--bundle", bundle, "--connection", _place.Connection, "--allow-code", "--lock-timeout", "100");
        Assert.Contains("waiting", await process.StandardError.ReadLineAsync() ?? "", StringComparison.Ordinal);
        Assert.Contains("migrations.dll", await File.ReadAllTextAsync($"/proc/{process.Id}/cmdline"), StringComparison.Ordinal);
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(130, process.ExitCode);
    }

    [Fact]
    public async Task Without_dotnet_everything_else_works()
    {
        var bundle = _place.Save(Histories.Of(Histories.CreateContacts, Histories.AddEmail));
        foreach (var words in new[] { "plan", "apply", "status", "drift", "rollback --to 1" })
        {
            var ran = await _place.RunAsync(NoDotnet, [.. words.Split(' '), "--bundle", bundle, "--connection", _place.Connection]);
            Assert.True(ran.Code == 0, words + ": " + ran.Out + ran.Error);
        }

        Assert.Equal(0, (await _place.RunAsync(NoDotnet, "explain", "MIG0202")).Code);
    }

    [Fact]
    public async Task Without_dotnet_the_plan_of_a_bundle_with_code_is_shown()
    {
        var ran = await _place.RunAsync(NoDotnet, "plan", "--bundle", _place.Save(WithCode()), "--connection", _place.Connection);
        Assert.Equal(0, ran.Code);
        Assert.Contains("runs code", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_with_code_is_verified()
    {
        var ran = await _place.RunAsync("verify", "--bundle", _place.Save(WithCode()));
        Assert.True(ran.Code == 0, ran.Out + ran.Error);
    }

    [Fact]
    public async Task A_dotnet_that_is_not_where_the_environment_says_is_found_on_the_path()
    {
        var moved = Environment("/nowhere", host: "/nowhere/dotnet");
        var ran = await _place.RunAsync(moved, "apply", "--bundle", _place.Save(WithCode()), "--connection", _place.Connection, "--allow-code");
        Assert.True(ran.Code == 0, ran.Out + ran.Error);
    }

    public void Dispose() => _place.Dispose();

    // A test host sets some of these itself.
    private static Dictionary<string, string> Environment(string root, string? path = null, string host = "") => new()
    {
        ["DOTNET_ROOT"] = root,
        ["DOTNET_ROOT_X64"] = "",
        ["DOTNET_HOST_PATH"] = host,
        ["PATH"] = path ?? System.Environment.GetEnvironmentVariable("PATH")!,
    };

    private static BundleSource WithCode()
    {
        var filled = new Written(new(2, "FillContacts"), [Step(nameof(Fill))], [], [Step(nameof(Empty))], []);
        var source = Histories.Of(Histories.CreateContacts, filled);
        var rendered = new RenderedMigration(DatabaseKind.Sqlite, Call(nameof(Fill)), Call(nameof(Empty)));
        return source with
        {
            CodeFiles = Items.Of(new CodeFile(This + ".dll", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, This + ".dll")))),
            Rendered = Items.Of(source.Rendered[0], Items.Of(rendered)),
        };
    }

    private static CodeStep Step(string method) => new(typeof(CodeTests).FullName!, method, This);

    private static Items<Statement> Call(string method) => Items.Of(new Statement(StatementKind.Code, $"{typeof(CodeTests).FullName}::{method}@{This}"));

    private static void Run(IDbConnection connection, IDbTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
