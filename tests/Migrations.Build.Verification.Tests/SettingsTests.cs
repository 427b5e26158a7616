using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Verification.Proofs;

namespace Migrations.Build.Verification.Tests;

/// <summary>What a migration asks of the file itself is proved on a file such as production has.</summary>
public sealed class SettingsTests
{
    private const string Customers = "CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL)";

    [Theory]
    [InlineData("PRAGMA journal_mode = WAL", false, "MIG9201@2")]
    [InlineData("PRAGMA main.journal_mode=WAL", false, "MIG9201@2")]
    [InlineData("-- readers\nPRAGMA journal_mode = 'wal';\nALTER TABLE customers ADD COLUMN a TEXT", false, "MIG9201@2")]
    [InlineData("PRAGMA journal_mode = WAL", true, "")]
    [InlineData("PRAGMA journal_mode = DELETE", false, "")]
    [InlineData("PRAGMA journal_mode = DELETE", true, "")]
    [InlineData("PRAGMA journal_mode = TRUNCATE", false, "")]
    [InlineData("PRAGMA auto_vacuum = FULL", false, "")]
    [InlineData("PRAGMA auto_vacuum = NONE", true, "")]
    [InlineData("PRAGMA page_size = 8192", false, "")]
    [InlineData("PRAGMA encoding = 'UTF-16'", false, "")]
    [InlineData("PRAGMA user_version = 7", false, "")]
    [InlineData("PRAGMA application_id = 7", false, "")]
    [InlineData("PRAGMA foreign_keys = OFF", false, "")]
    [InlineData("PRAGMA synchronous = OFF", false, "MIG9201@2")]
    [InlineData("PRAGMA synchronous = OFF", true, "")]
    [InlineData("VACUUM", false, "MIG9201@2")]
    [InlineData("VACUUM", true, "")]
    [InlineData("PRAGMA journal_mode", false, "")]
    public void Settings_are_asked_of_a_file_such_as_production_has(string up, bool none, string expected)
    {
        var history = new MadeHistory().Add(Customers, "DROP TABLE customers").Add(up, null, m => none ? m with { Transaction = TransactionMode.None } : m)
            .Add("ALTER TABLE customers ADD COLUMN z TEXT", "ALTER TABLE customers DROP COLUMN z");
        var report = history.Verify();
        Assert.Equal(expected, string.Join(' ', report.Findings.Select(f => $"{f.Rule}@{f.Version}")));
        Assert.All(report.Findings, f => Assert.Contains("'TransactionBehavior.None'", FindingText.Of(f), StringComparison.Ordinal));
        Assert.Equal(expected.Length == 0 ? ProofState.Proved : ProofState.Failed, report.Summary.Migrations[1].Up);
        Assert.Equal(ProofState.Proved, report.Summary.Migrations[2].Down);
    }

    [Fact]
    public void What_an_earlier_migration_set_is_set()
    {
        string Found(bool none, string later) => new MadeHistory().Add(Customers, "DROP TABLE customers")
            .Add("PRAGMA journal_mode = WAL", null, m => m with { Transaction = TransactionMode.None })
            .Add(later, null, m => none ? m with { Transaction = TransactionMode.None } : m).Found();
        Assert.Equal("", Found(false, "PRAGMA journal_mode = WAL"));
        Assert.Equal("MIG9201@3", Found(false, "PRAGMA journal_mode = DELETE"));
        Assert.Equal("", Found(true, "PRAGMA journal_mode = DELETE"));
    }

    [Fact]
    public void The_rest_of_such_a_migration_is_proved_both_ways()
    {
        string Found(string down) => MadeHistory.Of((Customers, "DROP TABLE customers"), ("ALTER TABLE customers ADD COLUMN a TEXT;\nPRAGMA journal_mode = DELETE", down)).Found();
        Assert.Equal("", Found("ALTER TABLE customers DROP COLUMN a;\nPRAGMA journal_mode = DELETE"));
        Assert.Equal("MIG9203@2", Found("PRAGMA journal_mode = DELETE"));
        Assert.Equal("MIG9202@2", Found("PRAGMA journal_mode = WAL;\nALTER TABLE customers DROP COLUMN a"));
    }
}
