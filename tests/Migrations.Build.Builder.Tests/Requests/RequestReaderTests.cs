using Migrations.Build.Builder.Requests;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Builder.Tests.Requests;

public sealed class RequestReaderTests
{
    private static readonly string[] Least = ["command=build", "assembly=/a/M.dll", "output=/a/M.mbundle", "name=M", "version=1.0.0"];

    [Fact]
    public void A_request_of_the_least_has_the_usual_settings()
    {
        var (request, findings) = RequestReader.Read(Least);
        Assert.Empty(findings);
        Assert.Equal([new DatabaseTarget(DatabaseKind.Sqlite, "3.35")], request.Targets);
        Assert.Equal((true, 25, TimeSpan.FromSeconds(60), null), (request.Verify, request.VerifyRows, request.TimeLimit, request.Sarif));
    }

    [Fact]
    public void Every_key_is_read_and_values_may_hold_an_equals_sign()
    {
        var (request, findings) = RequestReader.Read(
        [
            .. Least, "database=postgres:14", "database=sqlserver", "verify=false", "verify-rows=7", "releases=/p/a=b.json", "samples=/p/s.json", "state=/p/obj",
            "reference=/r/one.dll", "reference=/r/two.dll", "project=/p/M.csproj", "editorconfig=/p/.editorconfig", "error-log=m.sarif,version=2", "time-limit=5", "", "sqlserver-edition=standard",
        ]);
        Assert.Empty(findings);
        Assert.Equal(["postgres:14", "sqlserver:2019"], request.Targets.Select(t => t.ToString()));
        Assert.Equal((false, 7, "/p/a=b.json", "/p/s.json", "/p/obj"), (request.Verify, request.VerifyRows, request.Releases, request.Samples, request.State));
        Assert.Equal(["/r/one.dll", "/r/two.dll"], request.References);
        Assert.Equal(("/p/M.csproj", "/p/m.migrations.sarif", TimeSpan.FromSeconds(5)), (request.Project, request.Sarif, request.TimeLimit));
        Assert.Equal(["/p/.editorconfig"], request.EditorConfigs);
    }

    [Theory]
    [InlineData("database=oracle", "MigrationsDatabases", "oracle")]
    [InlineData("database=postgres:new", "MigrationsDatabases", "postgres:new")]
    [InlineData("verify=perhaps", "MigrationsVerify", "perhaps")]
    [InlineData("verify-rows=-1", "MigrationsVerifyRows", "-1")]
    [InlineData("verify-rows=many", "MigrationsVerifyRows", "many")]
    [InlineData("time-limit=0", "MigrationsTimeLimit", "0")]
    [InlineData("version=1/0", "MigrationsBundleVersion", "1/0")]
    public void A_value_that_cannot_be_read_is_told_under_the_name_that_the_user_gave_it(string line, string setting, string value)
    {
        var finding = Assert.Single(RequestReader.Read([.. Least, line]).Findings);
        Assert.Equal(("MIG9402", setting, value), (finding.Rule, finding.Values[0], finding.Values[1]));
        Assert.StartsWith($"Setting '{setting}' has the value '{value}', which cannot be read: ", FindingText.Of(finding), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x.sarif", "/p/x.migrations.sarif")]
    [InlineData("x.sarif,version=2.1", "/p/x.migrations.sarif")]
    [InlineData("x.sarif;version=2", "/p/x.migrations.sarif")]
    [InlineData(" x.sarif , version=2", "/p/x.migrations.sarif")]
    [InlineData("x", "/p/x.migrations.sarif")]
    [InlineData("../logs/my log.json", "/logs/my log.migrations.sarif")]
    [InlineData("/a.b/x", "/a.b/x.migrations.sarif")]
    [InlineData("x.y.sarif", "/p/x.y.migrations.sarif")]
    [InlineData("\"a,b;c.sarif\",version=2", "/p/a,b;c.migrations.sarif")]
    [InlineData("o'clock (1).sarif", "/p/o'clock (1).migrations.sarif")]
    [InlineData(",version=2", "/p/version=2.migrations.sarif")]
    [InlineData(" ", null)]
    [InlineData(";", null)]
    public void Findings_are_logged_beside_the_log_of_the_compiler(string errorLog, string? path) =>
        Assert.Equal(path, RequestReader.Read([.. Least, "project=/p/M.csproj", "error-log=" + errorLog]).Request.Sarif);

    [Theory]
    [InlineData("database-assumed=true", new[] { "MIG9403" })]
    [InlineData("database=sqlite", new string[0])]
    public void A_database_that_is_only_assumed_is_told(string line, string[] rules) =>
        Assert.Equal(rules, RequestReader.Read([.. Least, line]).Request.Notes.Select(n => n.Rule));

    [Fact]
    public void A_database_that_is_named_twice_is_told() =>
        Assert.Equal("that database is named twice", Assert.Single(RequestReader.Read([.. Least, "database=mysql", "database=mysql:5.7"]).Findings).Values[2]);
}
