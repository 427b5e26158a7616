using Migrations.Build.Model.Findings;
using Migrations.Build.Verification.Proofs;

namespace Migrations.Build.Verification.Tests;

/// <summary>With kept data every row that Up destroys has to come back.</summary>
public sealed class KeptDataTests
{
    private const string Customers = "CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, note TEXT)";
    private const string Back = "UPDATE customers SET note = k.note FROM migrations_kept_2_1 k WHERE k.id = customers.id";

    [Fact]
    public void A_dropped_column_whose_values_are_kept_is_proved()
    {
        var report = Dropping(Back).Verify();
        Assert.Empty(report.Findings.Select(FindingText.Of));
        Assert.Equal((2, ProofState.Proved), (report.Summary.Rounds, report.Summary.Migrations[1].Down));
        Assert.Empty(report.Summary.Migrations[1].Lost);
    }

    [Fact]
    public void Values_that_are_kept_and_do_not_come_back_are_an_error()
    {
        var findings = Dropping(Back + " AND k.id % 2 = 0").Verify().Findings;
        Assert.Equal(["MIG9204"], findings.Select(f => f.Rule).Distinct());
        Assert.Contains(findings, f => FindingText.Of(f).Contains("the values of column 'note' in", StringComparison.Ordinal));
        Assert.Contains(findings, f => FindingText.Of(f).Contains("that the bundle keeps found no place", StringComparison.Ordinal));
    }

    [Fact]
    public void Kept_values_that_nobody_restores_are_an_error() => Assert.StartsWith("MIG9204@2", Dropping().Found(), StringComparison.Ordinal);

    [Fact]
    public void Deleted_rows_and_dropped_tables_that_are_kept_come_back()
    {
        Assert.Equal("", MadeHistory.Of((Customers, "DROP TABLE customers"), ("DELETE FROM customers WHERE note IS NULL", "SELECT 1"))
            .Keeping("customers", null, "SELECT * FROM customers WHERE note IS NULL", "INSERT INTO customers SELECT * FROM migrations_kept_2_1").Found());
        Assert.Equal("", MadeHistory.Of((Customers, "DROP TABLE customers"), ("DROP TABLE customers", Customers))
            .Keeping("customers", null, "SELECT * FROM customers", "INSERT INTO customers SELECT * FROM migrations_kept_2_1").Found());
    }

    [Theory]
    [InlineData("CREATE TABLE words (id INTEGER PRIMARY KEY, é TEXT, É TEXT, UNIQUE (é), UNIQUE (É))", "ALTER TABLE words ADD COLUMN Ê TEXT", "ALTER TABLE words DROP COLUMN Ê")]
    [InlineData("CREATE TABLE words (id INTEGER PRIMARY KEY, é TEXT, É TEXT)", "ALTER TABLE words DROP COLUMN É", "ALTER TABLE words ADD COLUMN É TEXT")]
    [InlineData("CREATE TABLE é (id INTEGER PRIMARY KEY, n TEXT);\nCREATE TABLE É (id INTEGER PRIMARY KEY, n TEXT)", "DROP TABLE É", "CREATE TABLE É (id INTEGER PRIMARY KEY, n TEXT)")]
    [InlineData("CREATE TABLE grades (name TEXT, level INT, note TEXT, PRIMARY KEY (name DESC, level)) WITHOUT ROWID", "ALTER TABLE grades DROP COLUMN note", "ALTER TABLE grades ADD COLUMN note TEXT")]
    public void Names_and_keys_are_those_of_SQLite(string before, string up, string down)
    {
        var report = new MadeHistory { AsBuilt = true }.With((before, null), (up, down)).Verify();
        Assert.Empty(report.Findings.Select(FindingText.Of));
        Assert.Equal(ProofState.Proved, report.Summary.Migrations[1].Down);
    }

    [Fact]
    public void A_name_in_another_case_of_a_letter_that_SQLite_does_not_fold_is_another_name() =>
        Assert.Equal("MIG9203@2", new MadeHistory { AsBuilt = true }
            .With(("CREATE TABLE words (id INTEGER PRIMARY KEY, é TEXT)", null), ("ALTER TABLE words RENAME COLUMN é TO e", "ALTER TABLE words RENAME COLUMN e TO É")).Found());

    [Fact]
    public void What_nothing_keeps_is_still_only_told()
    {
        var history = MadeHistory.Of(
            (Customers + ";\nCREATE TABLE orders (id INTEGER PRIMARY KEY, note TEXT)", "DROP TABLE orders;\nDROP TABLE customers"),
            ("ALTER TABLE customers DROP COLUMN note;\nALTER TABLE orders DROP COLUMN note", "ALTER TABLE orders ADD COLUMN note TEXT;\nALTER TABLE customers ADD COLUMN note TEXT"))
            .Keeping("customers", "note", "SELECT id, note FROM customers", Back);
        var report = history.Verify();
        Assert.Equal("MIG9209@2", string.Join(' ', report.Findings.Select(f => $"{f.Rule}@{f.Version}")));
        Assert.Equal(["orders"], report.Summary.Migrations[1].Lost.Select(l => l.Table));
    }

    [Fact]
    public void Later_migrations_see_nothing_of_what_earlier_ones_keep()
    {
        var report = Dropping(Back).With(("CREATE TABLE seen (id INTEGER PRIMARY KEY, n TEXT)", "DROP TABLE seen")).Verify();
        Assert.Empty(report.Findings.Select(FindingText.Of));
        Assert.DoesNotContain(report.Summary.Migrations.SelectMany(m => m.Tables), t => t.StartsWith("migrations_", StringComparison.Ordinal));
    }

    [Fact]
    public void A_proof_depends_on_the_statements_that_keep_and_restore()
    {
        var folder = Directory.CreateTempSubdirectory("migrations-kept-").FullName;
        try
        {
            var options = new VerifyOptions { StateFolder = folder };
            Assert.Equal(2, Dropping(Back).Verify(options).Ran);
            Assert.Equal(0, Dropping(Back).Verify(options).Ran);
            Assert.Equal(1, Dropping(Back + " AND 1").Verify(options).Ran);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static MadeHistory Dropping(params string[] restore) => MadeHistory
        .Of((Customers, "DROP TABLE customers"), ("ALTER TABLE customers DROP COLUMN note", "ALTER TABLE customers ADD COLUMN note TEXT"))
        .Keeping("customers", "note", "SELECT id, note FROM customers", restore);
}
