using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Verification.Proofs;

namespace Migrations.Build.Verification.Tests;

/// <summary>Rows that are written after Up get along with what Down brings back, and with what the migration expects.</summary>
public sealed class FollowingTests
{
    private static readonly Items<Operation> Nothing = Items.Of<Operation>(new RawSql("SELECT 1", SqlSource.Statement));

    [Theory]
    [InlineData("id INTEGER PRIMARY KEY, t TEXT")]
    [InlineData("id INTEGER PRIMARY KEY AUTOINCREMENT, t TEXT")]
    [InlineData("id TEXT NOT NULL PRIMARY KEY, t TEXT")]
    [InlineData("id UNIQUEIDENTIFIER NOT NULL PRIMARY KEY, t INTEGER NOT NULL UNIQUE")]
    [InlineData("id INTEGER NOT NULL, at TEXT NOT NULL, PRIMARY KEY (id, at)")]
    [InlineData("id INTEGER PRIMARY KEY, code CHAR(3) NOT NULL UNIQUE, email TEXT UNIQUE")]
    public void Deleted_rows_meet_none_of_their_keys_when_they_come_back(string columns)
    {
        foreach (var delete in new[] { "DELETE FROM logs", "DELETE FROM logs WHERE hex(id) LIKE '%1' OR hex(id) LIKE '%2'" })
        {
            Assert.Equal("", new MadeHistory { AsBuilt = true }.Add($"CREATE TABLE logs ({columns})", "DROP TABLE logs").Add(delete, "SELECT 1").Found());
        }

        Assert.Equal("", new MadeHistory { AsBuilt = true }.Add($"CREATE TABLE logs ({columns})", "DROP TABLE logs")
            .Add(Items.Of<Operation>(new DeleteRows(TableName.Of("logs"), Items<Row>.Empty, true)), Nothing).Found());
    }

    [Fact]
    public void A_table_made_anew_by_hand_is_proved_both_ways()
    {
        string Found(string up, string down) => new MadeHistory { AsBuilt = true }
            .Add("CREATE TABLE parents (id INTEGER NOT NULL, name TEXT NOT NULL, CONSTRAINT pk PRIMARY KEY (id));\nCREATE TABLE children (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parents (id) ON DELETE CASCADE)", "DROP TABLE children;\nDROP TABLE parents")
            .Add(up, down).Found();
        const string Up = "CREATE TABLE n (id INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'a' CHECK (kind IN ('a', 'b')), CONSTRAINT pk PRIMARY KEY (id));\nINSERT INTO n (id, name) SELECT id, name FROM parents;\nDROP TABLE parents;\nALTER TABLE n RENAME TO parents";
        const string Down = "CREATE TABLE o (id INTEGER NOT NULL, name TEXT NOT NULL, CONSTRAINT pk PRIMARY KEY (id));\nINSERT INTO o (id, name) SELECT id, name FROM parents;\nDROP TABLE parents;\nALTER TABLE o RENAME TO parents";
        Assert.Equal("", Found(Up, Down));
        Assert.Equal("", Found(Up.Replace(";\n", "; ", StringComparison.Ordinal), Down.Replace(";\n", "; ", StringComparison.Ordinal)));
        Assert.Equal("MIG9202@2", Found(Up, Down.Replace("FROM parents;", "FROM parents WHERE id % 2 = 0;", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_check_that_Up_drops_holds_for_rows_that_are_written_then()
    {
        const string Checked = "CREATE TABLE n (id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('a', 'b')));\nINSERT INTO n SELECT id, kind FROM t;\nDROP TABLE t;\nALTER TABLE n RENAME TO t";
        Assert.Equal("", MadeHistory.Of(("CREATE TABLE t (id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('a', 'b')))", "DROP TABLE t"),
            (Checked.Replace(" CHECK (kind IN ('a', 'b'))", "", StringComparison.Ordinal), Checked)).Found());
    }

    [Theory]
    [InlineData("SELECT count(*) FROM settings", 2, "CREATE TABLE settings (id INTEGER PRIMARY KEY, name TEXT);\nINSERT INTO settings VALUES (1, 'a'), (2, 'b')", "DROP TABLE settings", "MIG9212@2")]
    [InlineData("SELECT count(*) FROM customers WHERE kind NOT IN ('a', 'b')", 0, "ALTER TABLE customers ADD COLUMN kind TEXT NOT NULL DEFAULT 'a'", "ALTER TABLE customers DROP COLUMN kind", "")]
    [InlineData("SELECT count(*) FROM customers WHERE note IS NULL", 0, "UPDATE customers SET note = '-' WHERE note IS NULL", "UPDATE customers SET note = NULL WHERE note = '-'", "")]
    [InlineData("SELECT count(*) FROM customers", 25, "CREATE INDEX ix ON customers (note)", "DROP INDEX ix", "MIG9212@2")]
    [InlineData("SELECT count(*) FROM customers WHERE name IS NULL", 0, "CREATE INDEX ix ON customers (note)", "DROP INDEX ix", "")]
    [InlineData("SELECT count(*) FROM customers WHERE name IS NULL", 1, "CREATE INDEX ix ON customers (note)", "DROP INDEX ix", "MIG9206@2")]
    public void What_is_expected_after_Up_is_no_matter_of_Down(string query, long expected, string up, string down, string found)
    {
        var report = new MadeHistory().Add("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT)", "DROP TABLE customers")
            .Add(up, down, m => m with { Expectations = Items.Of(new Expectation("so", query, Value.Of(expected), ExpectationMoment.After, null)) }).Verify();
        Assert.Equal(found, string.Join(' ', report.Findings.Select(f => $"{f.Rule}@{f.Version}")));
        Assert.Equal(found == "MIG9206@2" ? ProofState.Failed : ProofState.Proved, report.Summary.Migrations[1].Up);
        Assert.NotEqual(ProofState.Failed, report.Summary.Migrations[1].Down);
    }
}
