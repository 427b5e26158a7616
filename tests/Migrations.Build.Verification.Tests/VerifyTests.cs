using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Verification.Proofs;

namespace Migrations.Build.Verification.Tests;

/// <summary>One history for each kind of failure, and its nearest twin that is fine.</summary>
public sealed class VerifyTests
{
    private const string Customers = "CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, note TEXT)";

    [Fact]
    public void A_history_that_undoes_what_it_does_is_proved()
    {
        var report = MadeHistory.Of(
            (Customers, "DROP TABLE customers"),
            ("ALTER TABLE customers ADD COLUMN phone TEXT;\nCREATE INDEX ix_phone ON customers (phone)", "DROP INDEX ix_phone;\nALTER TABLE customers DROP COLUMN phone")).Verify();
        Assert.Empty(report.Findings.Select(FindingText.Of));
        Assert.Equal((2, 25L, 2), (report.Summary.Rounds, report.Summary.RowsCompared, report.Ran));
        Assert.All(report.Summary.Migrations, m => Assert.Equal((ProofState.Proved, ProofState.Proved), (m.Up, m.Down)));
        Assert.Equal(3, report.Summary.Migrations[1].RowsFollowed);
    }

    [Theory]
    [InlineData("NUMERIC", "5")]
    [InlineData("DECIMAL(12, 2)", "2.5")]
    [InlineData("REAL", "2.5")]
    [InlineData("INTEGER", "5")]
    public void A_made_up_value_that_must_be_unique_is_none_that_a_migration_writes(string type, string value) => Assert.Equal("", MadeHistory.Of(
        ($"CREATE TABLE prices (id INTEGER PRIMARY KEY, price {type} UNIQUE)", "DROP TABLE prices"),
        ($"INSERT INTO prices (id, price) VALUES (3, {value})", "DELETE FROM prices WHERE id = 3")).Found());

    [Theory]
    [InlineData("CREATE TABLE a (x TEXT, y REFERENCES a (id))", "DROP TABLE a", "MIG9210@1 MIG9211@1")]
    [InlineData("CREATE TABLE b (id INTEGER PRIMARY KEY, n INTEGER);\nCREATE TABLE a (x TEXT, y REFERENCES b (n))", "DROP TABLE a;\nDROP TABLE b", "MIG9210@1 MIG9202@1")]
    public void A_reference_that_leads_to_no_key_is_told_and_does_not_end_the_build(string up, string down, string told) =>
        Assert.Equal(told, MadeHistory.Of((up, down)).Found());

    [Theory]
    [InlineData("lower(name)", "CREATE UNIQUE INDEX ix ON t (made)", "")]
    [InlineData("name", "CREATE UNIQUE INDEX ix ON t (made)", "")]
    [InlineData("1", "CREATE UNIQUE INDEX ix ON t (made)", "MIG9201@2")]
    [InlineData("1", "CREATE INDEX ix ON t (made)", "")]
    public void A_unique_index_over_a_generated_column_is_foreseen_by_what_it_is_made_of(string made, string index, string told) => Assert.Equal(told, MadeHistory.Of(
        ($"CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR(5), made TEXT GENERATED ALWAYS AS ({made}))", "DROP TABLE t"),
        (index, "DROP INDEX ix")).Found());

    [Fact]
    public void A_key_that_is_counted_up_to_the_largest_number_there_is_does_not_end_the_build() => Assert.Equal("", MadeHistory.Of(
        ("CREATE TABLE events (id INTEGER PRIMARY KEY, at DATETIME, day DATE)", "DROP TABLE events"),
        ("INSERT INTO events (id) VALUES (9223372036854775807)", "DELETE FROM events WHERE id = 9223372036854775807")).Found());

    [Theory]
    [InlineData("ALTER TABLE customers ADD COLUMN age INTEGER NOT NULL", "ALTER TABLE customers DROP COLUMN age", "MIG9201@2")]
    [InlineData("ALTER TABLE customers ADD COLUMN age INTEGER NOT NULL DEFAULT 0", "ALTER TABLE customers DROP COLUMN age", "")]
    [InlineData("ALTER TABLE customers ADD COLUMN age INTEGER", "ALTER TABLE customers DROP COLUMN years", "MIG9202@2")]
    [InlineData("CREATE TABLE orders (id INTEGER PRIMARY KEY);\nCREATE INDEX ix ON customers (note)", "DROP TABLE orders", "MIG9203@2")]
    [InlineData("CREATE INDEX IF NOT EXISTS ix ON customers (note)", "SELECT 1", "MIG9203@2")]
    [InlineData("CREATE TABLE orders (id INTEGER PRIMARY KEY);\nCREATE INDEX ix ON customers (note)", "DROP INDEX ix;\nDROP TABLE orders", "")]
    [InlineData("UPDATE customers SET name = upper(name)", "UPDATE customers SET name = lower(name)", "MIG9204@2")]
    [InlineData("UPDATE customers SET note = '' WHERE note IS NULL", "SELECT 1", "MIG9209@2")]
    [InlineData("UPDATE customers SET note = '' WHERE note IS NOT NULL", "SELECT 1", "MIG9204@2")]
    [InlineData("UPDATE customers SET name = name || '!'", "UPDATE customers SET name = substr(name, 1, length(name) - 1)", "")]
    [InlineData("ALTER TABLE customers DROP COLUMN note", "ALTER TABLE customers ADD COLUMN note TEXT", "MIG9209@2")]
    [InlineData("CREATE TABLE notes AS SELECT id, note FROM customers;\nALTER TABLE customers DROP COLUMN note", "ALTER TABLE customers ADD COLUMN note TEXT;\nUPDATE customers SET note = (SELECT note FROM notes n WHERE n.id = customers.id);\nDROP TABLE notes", "")]
    [InlineData("DROP TABLE customers", Customers, "MIG9209@2")]
    [InlineData("ALTER TABLE customers RENAME TO clients", "ALTER TABLE clients RENAME TO customers", "")]
    [InlineData("ALTER TABLE customers RENAME TO clients", "DROP TABLE clients;\n" + Customers, "MIG9204@2")]
    [InlineData("CREATE TABLE seen (n INTEGER);\nINSERT INTO seen SELECT count(*) FROM customers", "DROP TABLE seen", "")]
    [InlineData("INSERT INTO customers (name) VALUES ('first')", "DELETE FROM customers WHERE name = 'first'", "")]
    [InlineData("INSERT INTO customers (name) VALUES ('first')", "SELECT 1", "MIG9204@2")]
    [InlineData("CREATE TABLE log (at TEXT DEFAULT CURRENT_TIMESTAMP, x TEXT);\nINSERT INTO log (x) SELECT hex(randomblob(8)) FROM customers", "DROP TABLE log", "")]
    public void Each_kind_of_failure_is_told_and_its_twin_is_not(string up, string down, string expected) =>
        Assert.Equal(expected, MadeHistory.Of((Customers, "DROP TABLE customers"), (up, down)).Found());

    [Fact]
    public void Rows_written_after_Up_that_Down_throws_away_are_told()
    {
        const string Rebuild = "CREATE TABLE n (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, note TEXT);\nINSERT INTO n SELECT id, name, note FROM customers WHERE {0};\nDROP TABLE customers;\nALTER TABLE n RENAME TO customers";
        string Found(string condition) => MadeHistory.Of(
            (Customers, "DROP TABLE customers"),
            ("ALTER TABLE customers ADD COLUMN kind TEXT DEFAULT 'old'", string.Format(null, Rebuild, condition))).Found();
        Assert.Equal("MIG9204@2", Found("kind = 'old'"));
        Assert.Equal("", Found("1"));
    }

    [Fact]
    public void What_Down_leaves_behind_is_told_once_although_the_second_Up_meets_it()
    {
        var findings = MadeHistory.Of(
            (Customers, "DROP TABLE customers"),
            ("CREATE TABLE IF NOT EXISTS kept (id INTEGER PRIMARY KEY, n TEXT UNIQUE);\nINSERT INTO kept (n) VALUES ('a')", "SELECT 1")).Verify().Findings;
        Assert.Equal("MIG9203", string.Join(' ', findings.Select(f => f.Rule)));
    }

    [Fact]
    public void Expected_outcomes_are_checked_before_after_and_after_rollback()
    {
        string Found(ExpectationMoment moment, long expected) => new MadeHistory()
            .Add(Customers, "DROP TABLE customers")
            .Add("INSERT INTO customers (id, name) VALUES (1, 'x')", "DELETE FROM customers WHERE id = 1", m => m with { Expectations = Items.Of(new Expectation("one", "SELECT count(*) FROM customers WHERE id = 1", Value.Of(expected), moment, null)) })
            .Found();
        Assert.Equal("", Found(ExpectationMoment.Before, 0));
        Assert.Equal("", Found(ExpectationMoment.After, 1));
        Assert.Equal("", Found(ExpectationMoment.AfterRollback, 0));
        Assert.Equal("MIG9206@2", Found(ExpectationMoment.Before, 1));
        Assert.Equal("MIG9206@2", Found(ExpectationMoment.After, 0));
        Assert.Equal("MIG9206@2", Found(ExpectationMoment.AfterRollback, 1));
    }

    [Fact]
    public void References_that_Up_breaks_are_told()
    {
        string Found(string down) => MadeHistory.Of(
            (Customers + ";\nCREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customers (id))", "DROP TABLE orders;\nDROP TABLE customers"),
            ("PRAGMA foreign_keys = OFF;\nCREATE TABLE gone AS SELECT id, customer FROM orders;\nDROP TABLE customers;\n" + Customers, down)).Found();
        Assert.StartsWith("MIG9210@2", Found("DROP TABLE gone"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_migration_without_Down_is_proved_one_way()
    {
        var report = MadeHistory.Of((Customers, "DROP TABLE customers"), ("UPDATE customers SET note = NULL", null), ("ALTER TABLE customers ADD COLUMN a TEXT", "ALTER TABLE customers DROP COLUMN a")).Verify();
        Assert.Empty(report.Findings);
        var proof = report.Summary.Migrations[1];
        Assert.Equal((ProofState.Proved, ProofState.NotProved, "it is stated to be forward only"), (proof.Up, proof.Down, proof.Why));
    }

    [Fact]
    public void Findings_stand_at_the_line_of_the_statement_and_never_tell_a_value()
    {
        var report = MadeHistory.Of((Customers, "DROP TABLE customers"), ("UPDATE customers SET note = 'secret';\nINSERT INTO nowhere (a) VALUES ('secret')", "SELECT 1")).Verify();
        var finding = Assert.Single(report.Findings);
        Assert.Equal(new Place("steps.cs", 12, 9), finding.Place);
        Assert.DoesNotContain("secret", FindingText.Of(finding), StringComparison.Ordinal);
        Assert.Contains("no such table: nowhere", FindingText.Of(finding), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_no_row_fits_is_told()
    {
        var finding = Assert.Single(MadeHistory.Of(("CREATE TABLE accounts (iban TEXT NOT NULL CHECK (iban GLOB 'CH[0-9][0-9]-[A-Z]*'))", "DROP TABLE accounts")).Verify().Findings);
        Assert.Equal("MIG9211", finding.Rule);
        Assert.Contains("'accounts.iban'", FindingText.Of(finding), StringComparison.Ordinal);
    }

    [Fact]
    public void Triggers_views_virtual_tables_and_strange_names_are_coped_with()
    {
        var history = MadeHistory.Of(
            (Customers + ";\nCREATE TABLE audit (id INTEGER PRIMARY KEY, what TEXT, at TEXT DEFAULT CURRENT_TIMESTAMP);\nCREATE TRIGGER tr AFTER INSERT ON customers BEGIN INSERT INTO audit (what) VALUES (new.name); END;\nCREATE VIEW v AS SELECT name FROM customers",
             "DROP VIEW v;\nDROP TRIGGER tr;\nDROP TABLE audit;\nDROP TABLE customers"),
            ("ALTER TABLE customers ADD COLUMN \"Größe \"\"İ\"\" x\" TEXT", "ALTER TABLE customers DROP COLUMN \"Größe \"\"İ\"\" x\""),
            ("CREATE VIRTUAL TABLE search USING fts5(name);\nINSERT INTO search SELECT name FROM customers", "DROP TABLE search"),
            ("CREATE TABLE \"a'b \"\"c\"\" д\" (\"select\" INTEGER PRIMARY KEY, \"x y\" TEXT UNIQUE)", "DROP TABLE \"a'b \"\"c\"\" д\""));
        Assert.Equal("", history.Found());
    }
}
