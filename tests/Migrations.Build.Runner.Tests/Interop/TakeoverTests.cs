using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Interop;

public sealed class TakeoverTests : IDisposable
{
    private static readonly Bundle.MigrationBundle Three = Draft.Bundle(Draft.Table(1), Draft.Table(2).With(m => m with { Description = "Described" }), Draft.Table(3));

    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task The_version_table_is_the_one_that_fluent_migrator_makes()
    {
        using var plain = new Database();
        PlainFluentMigrator.Up(plain, 3);
        await _database.ApplyAsync(Three);

        const string Shape = """
            SELECT c.name, c.type, c."notnull", c.dflt_value, c.pk FROM pragma_table_info('VersionInfo') c
            UNION ALL SELECT l.name, l."unique", x.seqno, x.name, x."desc" FROM pragma_index_list('VersionInfo') l, pragma_index_xinfo(l.name) x WHERE x."key" = 1
            """;
        const string Content = """SELECT "Version", "Description", typeof("AppliedOn"), length("AppliedOn") FROM "VersionInfo" ORDER BY "Version" """;
        Assert.Equal(plain.Rows(Shape), _database.Rows(Shape));
        Assert.Equal(plain.Rows(Content), _database.Rows(Content));
        Assert.Equal(plain.Rows("SELECT name, sql FROM sqlite_master WHERE name = 'UC_Version'"), _database.Rows("SELECT name, sql FROM sqlite_master WHERE name = 'UC_Version'"));
    }

    [Fact]
    public async Task Plain_fluent_migrator_takes_over_and_gives_back()
    {
        PlainFluentMigrator.Up(_database, 1);

        var ours = (await _database.ApplyAsync(Three, new() { To = 2 })).Ends(ExitCode.Done);
        Assert.Equal([2L], ours.Ran.Select(r => r.Version));
        Assert.Equal(["MIG9306"], ours.Ids());

        PlainFluentMigrator.Up(_database, 3);
        Assert.Equal(["1", "2", "3"], _database.Versions());
        PlainFluentMigrator.Down(_database, 1);
        Assert.Equal(["T1", "VersionInfo"], _database.Tables());

        var again = (await _database.ApplyAsync(Three)).Ends(ExitCode.Done);
        Assert.Equal([2L, 3L], again.Ran.Select(r => r.Version));
        (await _database.RollbackAsync(Three, new() { To = 0 })).Ends(ExitCode.Done);
        Assert.Equal(["VersionInfo"], _database.Tables());

        PlainFluentMigrator.Up(_database, 3);
        Assert.Equal(["T1", "T2", "T3", "VersionInfo"], _database.Tables());
        Assert.Empty((await _database.ApplyAsync(Three)).Ends(ExitCode.Done).Ran);
    }

    [Fact]
    public async Task What_plain_fluent_migrator_applied_is_rolled_back_by_the_bundle_only()
    {
        PlainFluentMigrator.Up(_database, 2);

        Assert.Contains("neither the database nor a bundle", (await _database.RollbackAsync(null, new() { To = 0 })).Ends(ExitCode.Refused).Text(), StringComparison.Ordinal);
        (await _database.RollbackAsync(Three, new() { To = 0 })).Ends(ExitCode.Done);

        Assert.Equal(["VersionInfo"], _database.Tables());
    }

    [Fact]
    public async Task A_version_table_of_another_kind_is_left_alone()
    {
        _database.Execute("""CREATE TABLE "VersionInfo" ("Id" INTEGER, "Number" TEXT)""");

        Assert.Contains("Id, Number", (await _database.ApplyAsync(Three)).Ends(ExitCode.Differs).Text(), StringComparison.Ordinal);
        (await _database.PlanAsync(Three)).Ends(ExitCode.Differs);
        (await _database.StatusAsync(Three)).Ends(ExitCode.Differs);
        (await _database.RollbackAsync(Three, new() { To = 0 })).Ends(ExitCode.Differs);
        Assert.Equal(["VersionInfo"], _database.Tables());
    }
}
