using System.Data;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Cli.Tests;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Native.Tests;

/// <summary>A native program cannot load assemblies: what runs code of the bundle is done by the program under .NET that lies beside it.</summary>
public sealed class CodeTests : IDisposable
{
    private const string This = "Migrations.Build.Native.Tests";
    private static readonly Dictionary<string, string> NoDotnet = new() { ["PATH"] = "/nowhere", ["DOTNET_ROOT"] = "", ["DOTNET_HOST_PATH"] = "" };

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

    [Fact]
    public async Task Without_dotnet_a_bundle_with_code_changes_nothing_and_says_what_is_missing()
    {
        var bundle = _place.Save(WithCode());
        var ran = await _place.RunAsync(NoDotnet, "apply", "--bundle", bundle, "--connection", _place.Connection, "--allow-code", "--json");
        Assert.Equal(1, ran.Code);
        Assert.Contains("'dotnet' was not found. Nothing was done.", ran.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(_place.Database));
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
        var moved = new Dictionary<string, string> { ["DOTNET_ROOT"] = "", ["DOTNET_HOST_PATH"] = "/nowhere/dotnet" };
        var ran = await _place.RunAsync(moved, "apply", "--bundle", _place.Save(WithCode()), "--connection", _place.Connection, "--allow-code");
        Assert.True(ran.Code == 0, ran.Out + ran.Error);
    }

    public void Dispose() => _place.Dispose();

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
