using FluentMigrator.Runner.VersionTableInfo;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Runner.Baselining;
using Migrations.Build.Runner.Drifting;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Interop;

/// <summary>A project that lists what is applied in a table of its own, as its class with <c>[VersionTableMetaData]</c> says.</summary>
public sealed class VersionTableTests : IDisposable
{
    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_table_is_the_one_that_plain_fluent_migrator_makes_and_both_take_turns(bool primaryKey)
    {
        var own = new Own { CreateWithPrimaryKey = primaryKey };
        using var plain = new Database();
        PlainFluentMigrator.Up(plain, 3, own);
        (await _database.ApplyAsync(Bundle(own), new() { To = 2 })).Ends(ExitCode.Done);

        const string Shape = """
            SELECT c.name, c.type, c."notnull", c.pk FROM pragma_table_info('schema "history') c
            UNION ALL SELECT '', l."unique", x.seqno, x.name FROM pragma_index_list('schema "history') l, pragma_index_xinfo(l.name) x WHERE x."key" = 1 ORDER BY 1, 2
            """;
        Assert.Equal(plain.Rows(Shape), _database.Rows(Shape));
        PlainFluentMigrator.Up(_database, 3, own);
        Assert.Empty((await _database.ApplyAsync(Bundle(own))).Ends(ExitCode.Done).Ran);
        PlainFluentMigrator.Down(_database, 0, own);
        Assert.DoesNotContain("T1", _database.Tables());
        Assert.DoesNotContain("VersionInfo", _database.Tables());
    }

    [Fact]
    public async Task A_verb_without_a_bundle_knows_the_table_from_the_last_deployment()
    {
        await _database.ApplyAsync(Bundle(new Own()));

        Assert.Equal(3, (await _database.StatusAsync()).Ends(ExitCode.Done).Migrations.Count);
        Assert.Equal(3, (await _database.RollbackAsync(null, new() { To = 0 })).Ends(ExitCode.Done).Ran.Count);
        Assert.Equal(["schema \"history"], _database.Tables());
    }

    [Fact]
    public async Task A_database_with_such_a_table_is_adopted_and_the_table_is_no_drift()
    {
        PlainFluentMigrator.Up(_database, 2, new Own());

        Assert.Equal([1L, 2L], (await Baseline.AdoptAsync(Bundle(new Own()), _database.Settings, new(), default)).Ends(ExitCode.Done).Adopted);
        Assert.Empty((await Drift.CompareAsync(Bundle(new Own()), _database.Settings, new(), default)).Ends(ExitCode.Done).Differences);
    }

    [Fact]
    public async Task A_bundle_that_names_another_table_than_the_database_has_changes_nothing()
    {
        await _database.ApplyAsync(Bundle(new Own()), new() { To = 2 });

        Assert.Equal(["MIG9350"], (await _database.ApplyAsync(Bundle(null))).Ends(ExitCode.Differs).Ids());
        Assert.Equal(["MIG9350"], (await _database.RollbackAsync(Bundle(null), new() { To = 0 })).Ends(ExitCode.Differs).Ids());
        Assert.Equal(["MIG9350"], (await _database.StatusAsync(Bundle(null))).Ends(ExitCode.Differs).Ids());
        (await _database.ApplyAsync(Bundle(new Own()))).Ends(ExitCode.Done);
    }

    [Fact]
    public async Task A_table_of_that_name_with_other_columns_is_left_alone()
    {
        _database.Execute("CREATE TABLE \"schema \"\"history\" (version INTEGER, note TEXT)");

        Assert.Contains("version, note", (await _database.ApplyAsync(Bundle(new Own()))).Ends(ExitCode.Differs).Text(), StringComparison.Ordinal);
    }

    private static MigrationBundle Bundle(Own? own) => Draft.Listed(
        own is null ? null : new VersionTable(own.TableName)
        {
            VersionColumn = own.ColumnName,
            AppliedOnColumn = own.AppliedOnColumnName,
            DescriptionColumn = own.DescriptionColumnName,
            UniqueIndex = own.UniqueIndexName,
            HasPrimaryKey = own.CreateWithPrimaryKey,
        },
        Draft.Table(1),
        Draft.Table(2),
        Draft.Table(3));

    private sealed class Own : IVersionTableMetaData
    {
        public bool OwnsSchema => false;

        public string SchemaName => "";

        public string TableName => "schema \"history";

        public string ColumnName => "version";

        public string DescriptionColumnName => "about";

        public string UniqueIndexName => "ux_history";

        public string AppliedOnColumnName => "applied_on";

        public bool CreateWithPrimaryKey { get; init; }
    }
}
