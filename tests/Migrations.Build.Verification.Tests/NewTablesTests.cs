using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Verification.Tests;

/// <summary>What needs rows in a table that no release has.</summary>
public sealed class NewTablesTests
{
    private static readonly Items<Operation> Create = Items.Of<Operation>(new CreateTable(TableName.Of("orders"), Items.Of(
        new Column("id", new(TypeKind.Int64)) { PrimaryKey = true, Identity = true, Nullable = false },
        new Column("code", new(TypeKind.String, 20)) { Nullable = false })));

    private static readonly Items<Operation> Drop = Items.Of<Operation>(new DropTable(TableName.Of("orders")));

    [Fact]
    public void A_required_column_on_a_new_table_is_a_warning_and_on_a_released_one_an_error()
    {
        Assert.Equal("MIG9207@2", History().Found(new() { Releases = ReleasesFile.Empty }));
        Assert.Equal("MIG9201@2", History().Found(new() { Releases = Released(1) }));
        Assert.Equal("MIG9201@2", History().Found());
    }

    [Fact]
    public void The_warning_names_the_table_and_the_chain_goes_on()
    {
        var report = History().Add("CREATE INDEX ix ON orders (code)", "DROP INDEX ix").Verify(new() { Releases = ReleasesFile.Empty });
        Assert.Contains("only while table 'orders' is empty", FindingText.Of(Assert.Single(report.Findings)), StringComparison.Ordinal);
        Assert.Equal((3, "orders"), (report.Summary.Rounds, Assert.Single(report.Summary.Migrations[1].ProvedEmpty)));
    }

    [Fact]
    public void A_failure_in_what_was_released_is_only_worth_knowing()
    {
        var finding = Assert.Single(History().Verify(new() { Releases = Released(1, 2) }).Findings);
        Assert.Equal(("MIG9201", Severity.Info), (finding.Rule, finding.Severity));
    }

    private static MadeHistory History() => new MadeHistory()
        .Add(Create, Drop)
        .Add("ALTER TABLE orders ADD COLUMN due TEXT NOT NULL", "ALTER TABLE orders DROP COLUMN due");

    private static ReleasesFile Released(params long[] versions) => new(versions.Select(v => new ReleasedMigration(v, "M", "hash", "1.0")));
}
