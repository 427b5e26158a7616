using Migrations.Build.Model.Findings;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.Progress;

namespace Migrations.Build.Verification.Tests.Forward;

/// <summary>Apply, the application writes, roll back, apply: what was written is there again.</summary>
public sealed class RollForwardTests : IDisposable
{
    private const string Orders = "CREATE TABLE orders (id INTEGER PRIMARY KEY, name TEXT)";
    private readonly Site _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData(Orders, "DROP TABLE orders", "INSERT INTO orders VALUES (1, 'a'), (7, NULL), (8, X'00FF')", "SELECT * FROM orders")]
    [InlineData("CREATE TABLE orders (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT)", "DROP TABLE orders", "INSERT INTO orders VALUES (1, 'a'), (90, 'b'); DELETE FROM orders WHERE id = 90", "SELECT * FROM orders UNION ALL SELECT * FROM sqlite_sequence")]
    [InlineData("CREATE TABLE orders (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT)", "DROP TABLE orders", "INSERT INTO orders VALUES (90, 'b'); DELETE FROM orders", "SELECT name, seq FROM sqlite_sequence")]
    [InlineData("CREATE TABLE orders (id INTEGER PRIMARY KEY, name TEXT, up TEXT AS (upper(name)) STORED, low TEXT AS (lower(name)))", "DROP TABLE orders", "INSERT INTO orders (name) VALUES ('Ab'), ('cD')", "SELECT * FROM orders")]
    [InlineData("CREATE TABLE orders (name TEXT, day TEXT, n INT, PRIMARY KEY (name, day)) WITHOUT ROWID", "DROP TABLE orders", "INSERT INTO orders VALUES ('a', 'x', 1), ('a', 'y', 2)", "SELECT * FROM orders")]
    [InlineData("CREATE TABLE orders (name TEXT)", "DROP TABLE orders", "INSERT INTO orders (rowid, name) VALUES (5, 'a'), (3, 'a'), (40, NULL)", "SELECT rowid, name FROM orders ORDER BY rowid")]
    [InlineData("CREATE TABLE orders (name TEXT);\nINSERT INTO orders VALUES ('seed'), ('other')", "DROP TABLE orders", "INSERT INTO orders VALUES ('seed'); UPDATE orders SET name = 'edited' WHERE rowid = 2", "SELECT rowid, name FROM orders ORDER BY rowid")]
    [InlineData(Orders + ";\nINSERT INTO orders VALUES (1, 'seed'), (2, 'other')", "DROP TABLE orders", "UPDATE orders SET name = 'edited' WHERE id = 2; INSERT INTO orders VALUES (3, 'new')", "SELECT * FROM orders")]
    [InlineData(Orders + ";\nCREATE UNIQUE INDEX ux ON orders (name);\nINSERT INTO orders VALUES (1, 'a'), (2, 'b')", "DROP TABLE orders", "UPDATE orders SET name = 'c' WHERE id = 1; UPDATE orders SET name = 'a' WHERE id = 2; UPDATE orders SET name = 'd' WHERE id = 1", "SELECT * FROM orders")]
    [InlineData(Orders + ";\nCREATE UNIQUE INDEX ux ON orders (name);\nINSERT INTO orders (name) VALUES ('a'), ('b')", "DROP TABLE orders", "DELETE FROM orders WHERE id = 1; INSERT INTO orders VALUES (9, 'a')", "SELECT * FROM orders")]
    [InlineData(Orders + ";\nCREATE UNIQUE INDEX ux ON orders (name);\nINSERT INTO orders (name) VALUES ('a'), ('b')", "DROP TABLE orders", "UPDATE orders SET name = 'x' WHERE id = 1; UPDATE orders SET name = 'a' WHERE id = 2; UPDATE orders SET name = 'b' WHERE id = 1", "SELECT * FROM orders")]
    [InlineData("CREATE TABLE tags (name TEXT PRIMARY KEY NOT NULL);\nINSERT INTO tags VALUES ('seed')", "DROP TABLE tags", "INSERT INTO tags VALUES ('new')", "SELECT * FROM tags ORDER BY name")]
    [InlineData(Orders + ";\nCREATE TABLE log (text TEXT);\nCREATE TRIGGER t AFTER INSERT ON orders BEGIN INSERT INTO log VALUES (new.name); END", "DROP TABLE orders;\nDROP TABLE log", "INSERT INTO orders VALUES (1, 'a'); DELETE FROM log", "SELECT * FROM orders UNION ALL SELECT rowid, text FROM log UNION ALL SELECT name, 0 FROM sqlite_schema WHERE type = 'trigger'")]
    public void What_was_written_to_a_table_that_a_migration_makes_is_there_again(string up, string down, string writes, string query)
    {
        var bundle = Site.Bundle((up, down));
        _site.Applied(bundle);
        _site.Does(writes);
        var was = _site.Sees(query);

        _site.RolledBack(0);
        _site.Applied(bundle);

        Assert.Equal(was, _site.Sees(query));
        Assert.Equal("", _site.Kept());
    }

    [Theory]
    [InlineData("ALTER TABLE orders ADD COLUMN note TEXT", "ALTER TABLE orders DROP COLUMN note", "UPDATE orders SET note = 'x' || id", "SELECT * FROM orders")]
    [InlineData("ALTER TABLE orders ADD COLUMN note TEXT NOT NULL DEFAULT 'none'", "ALTER TABLE orders DROP COLUMN note", "UPDATE orders SET note = 'x' WHERE id = 1; INSERT INTO orders VALUES (3, 'c', 'y')", "SELECT * FROM orders WHERE id < 3")]
    [InlineData("ALTER TABLE orders RENAME TO sales;\nALTER TABLE sales RENAME COLUMN name TO title;\nALTER TABLE sales ADD COLUMN note TEXT", "ALTER TABLE sales DROP COLUMN note;\nALTER TABLE sales RENAME COLUMN title TO name;\nALTER TABLE sales RENAME TO orders", "UPDATE sales SET note = 'x', title = 'y' WHERE id = 1", "SELECT id, title, note FROM sales")]
    [InlineData("ALTER TABLE orders ADD COLUMN note TEXT;\nUPDATE orders SET note = name", "ALTER TABLE orders DROP COLUMN note", "UPDATE orders SET note = 'mine' WHERE id = 2", "SELECT * FROM orders")]
    [InlineData("INSERT INTO orders VALUES (10, 'seed')", "DELETE FROM orders WHERE id = 10", "UPDATE orders SET name = 'mine' WHERE id = 10", "SELECT * FROM orders")]
    [InlineData("ALTER TABLE orders ADD COLUMN note TEXT;\nCREATE TRIGGER t AFTER UPDATE ON orders BEGIN INSERT INTO orders (name) VALUES ('fired'); END", "DROP TRIGGER t;\nALTER TABLE orders DROP COLUMN note", "UPDATE orders SET note = 'x' WHERE id = 1; DELETE FROM orders WHERE name = 'fired'", "SELECT * FROM orders UNION ALL SELECT name, 1, 2 FROM sqlite_schema WHERE type = 'trigger'")]
    public void What_was_written_to_a_table_that_a_migration_changes_is_there_again(string up, string down, string writes, string query)
    {
        var bundle = Site.Bundle((Orders, "DROP TABLE orders"), (up, down));
        _site.Apply(bundle, new() { To = 1 });
        _site.Does("INSERT INTO orders VALUES (1, 'a'), (2, 'b')");
        _site.Applied(bundle);
        _site.Does(writes);
        var was = _site.Sees(query);

        _site.RolledBack(1);
        _site.Applied(bundle);

        Assert.Equal(was, _site.Sees(query));
        Assert.Equal("", _site.Kept());
    }

    [Fact]
    public void A_row_that_Up_inserts_under_another_number_the_second_time_does_not_come_back_beside_it()
    {
        var bundle = Site.Bundle(
            ("CREATE TABLE roles (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL)", "DROP TABLE roles"),
            ("INSERT INTO roles (name) VALUES ('admin')", "DELETE FROM roles WHERE name = 'admin'"));
        _site.Apply(bundle, new() { To = 1 });
        _site.Does("INSERT INTO roles (name) VALUES ('admin'), ('user')");
        _site.Applied(bundle);

        _site.RolledBack(1);
        _site.Applied(bundle);

        Assert.Equal("'admin' 'user' 'admin'", _site.Sees("SELECT name FROM roles ORDER BY id"));
        Assert.Equal("", _site.Kept());
    }

    [Fact]
    public void Without_a_key_equal_rows_come_back_as_many_as_there_were()
    {
        var bundle = Site.Bundle(("CREATE TABLE notes (text TEXT)", "DROP TABLE notes"), ("INSERT INTO notes VALUES ('a'), ('a'), ('')", "DELETE FROM notes WHERE text IN ('a', '')"));
        _site.Applied(bundle);
        _site.Does("INSERT INTO notes VALUES ('a'), ('b')");

        _site.RolledBack(1);
        _site.Applied(bundle);

        Assert.Equal("'' 'a' 'a' 'a' 'b'", _site.Sees("SELECT text FROM notes ORDER BY text"));
        Assert.Equal("", _site.Kept());
    }

    [Fact]
    public void A_row_that_Up_writes_anew_and_others_refer_to_gives_no_way_and_what_it_keeps_out_stays_kept()
    {
        var bundle = Site.Bundle((
            Orders + ";\nCREATE UNIQUE INDEX ux ON orders (name);\nCREATE TABLE lines (\"order\" INT REFERENCES orders);\nINSERT INTO orders (name) VALUES ('a'), ('b');\nINSERT INTO lines VALUES (1)",
            "DROP TABLE lines;\nDROP TABLE orders"));
        _site.Applied(bundle);
        _site.Does("DELETE FROM lines; DELETE FROM orders WHERE id = 1; INSERT INTO orders VALUES (9, 'a')");

        _site.RolledBack(0);
        _site.Apply(bundle, new());

        Assert.Equal("1,1,'a'", _site.Sees("SELECT \"order\", id, name FROM lines JOIN orders ON id = \"order\""));
        Assert.NotEqual("", _site.Kept());
    }

    [Fact]
    public void A_chain_of_releases_with_references_comes_back_as_a_whole()
    {
        var bundle = Site.Bundle(
            ("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT);\nCREATE TABLE orders (id INTEGER PRIMARY KEY, customer INT NOT NULL REFERENCES customers (id))", "DROP TABLE orders;\nDROP TABLE customers"),
            ("ALTER TABLE orders ADD COLUMN note TEXT", "ALTER TABLE orders DROP COLUMN note"),
            ("CREATE TABLE lines (id INTEGER PRIMARY KEY, parent INT REFERENCES lines, \"order\" INT NOT NULL REFERENCES orders ON DELETE CASCADE)", "DROP TABLE lines"),
            ("ALTER TABLE lines RENAME TO items", "ALTER TABLE items RENAME TO lines"));
        _site.Applied(bundle);
        _site.Does("INSERT INTO customers VALUES (5, 'c'); INSERT INTO orders VALUES (1, 5, 'first'), (2, 5, NULL); INSERT INTO items VALUES (1, 2, 1), (2, NULL, 1), (3, 1, 2)");
        const string All = "SELECT c.id, c.name, o.id, o.note, i.id, i.parent FROM customers c JOIN orders o ON o.customer = c.id JOIN items i ON i.\"order\" = o.id ORDER BY i.id";
        var was = _site.Sees(All);

        foreach (var to in new[] { 0, 2, 3, 1 })
        {
            _site.RolledBack(to);
            _site.Applied(bundle);
            Assert.Equal(was, _site.Sees(All));
        }

        Assert.Equal("", _site.Kept());
    }

    [Fact]
    public void A_table_that_nobody_wrote_to_leaves_nothing_behind()
    {
        var bundle = Site.Bundle((Orders, "DROP TABLE orders"));
        _site.Applied(bundle);
        _site.RolledBack(0);

        Assert.Equal("", _site.Kept());
        Assert.Equal("0", _site.Sees("SELECT count(*) FROM migrations_kept"));
        _site.Applied(bundle);
        Assert.Equal("1 1", _site.Sees("SELECT count(*) FROM migrations_journal WHERE statement > 0 AND direction = 'up' GROUP BY deployment"));
    }

    [Fact]
    public void Rows_whose_parents_went_meanwhile_stay_kept_and_are_told()
    {
        var bundle = Site.Bundle(("CREATE TABLE customers (id INTEGER PRIMARY KEY)", "DROP TABLE customers"), ("CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INT REFERENCES customers (id))", "DROP TABLE orders"));
        _site.Applied(bundle);
        _site.Does("INSERT INTO customers VALUES (1), (2); INSERT INTO orders VALUES (10, 1), (20, 2)");
        _site.RolledBack(1);
        _site.Does("DELETE FROM customers WHERE id = 2");

        var outcome = _site.Apply(bundle);

        Assert.Equal(ExitCode.Done, outcome.Code);
        Assert.Equal(["MIG9346"], outcome.Findings.Select(f => f.Rule));
        Assert.Contains("1 of the 2 rows that its rollback had kept of 'orders'", FindingText.Of(outcome.Findings[0]), StringComparison.Ordinal);
        Assert.Equal("10,1", _site.Sees("SELECT * FROM orders"));
        Assert.Equal("10,1 20,2", _site.Sees("SELECT * FROM migrations_kept_2_d1_left1"));
    }

    [Theory]
    [InlineData("CREATE TABLE orders (id INTEGER PRIMARY KEY, name TEXT, color TEXT NOT NULL DEFAULT 'red')", "1,'a','red' 2,'b','red'", "")]
    [InlineData("CREATE TABLE orders (id INTEGER PRIMARY KEY, color TEXT, name TEXT);\nINSERT INTO orders VALUES (2, 'blue', 'seed')", "1,null,'a' 2,'blue','b'", "")]
    [InlineData("CREATE TABLE other (id INT);\nCREATE TABLE orders (id INTEGER PRIMARY KEY, name TEXT)", "1,'a' 2,'b'", "")]
    [InlineData("CREATE TABLE orders (id INTEGER PRIMARY KEY, name TEXT CHECK (name <> 'b'))", "1,'a'", "1 of the 2 rows")]
    [InlineData("CREATE TABLE orders (id INTEGER PRIMARY KEY, name TEXT, must TEXT NOT NULL)", "", "2 of the 2 rows")]
    [InlineData("CREATE TABLE orders (id INTEGER PRIMARY KEY)", "1 2", "column 'name'")]
    [InlineData("CREATE TABLE orders (name TEXT)", "'a' 'b'", "column 'id'")]
    [InlineData("CREATE TABLE sales (id INTEGER PRIMARY KEY, name TEXT);\nCREATE VIEW orders AS SELECT * FROM sales", "", "2 of the 2 rows")]
    public void Where_the_migration_was_edited_what_fits_comes_back_and_the_rest_stays_kept(string edited, string rows, string left)
    {
        var was = Site.Bundle((Orders, "DROP TABLE orders"));
        _site.Applied(was);
        _site.Does("INSERT INTO orders VALUES (1, 'a'), (2, 'b')");
        _site.RolledBack(0);

        var down = string.Join(";\n", edited.Split(";\n").Reverse().Where(s => s.StartsWith("CREATE", StringComparison.Ordinal)).Select(s => $"DROP {s.Split(' ')[1]} {s.Split(' ')[2]}"));
        var now = Site.Bundle((edited, down));
        var outcome = _site.Apply(now);

        Assert.Equal(ExitCode.Done, outcome.Code);
        Assert.Equal(rows, _site.Sees("SELECT * FROM orders"));
        if (left.Length == 0)
        {
            Assert.Empty(outcome.Findings.Select(FindingText.Of));
            Assert.Equal("", _site.Kept());
            return;
        }

        Assert.Contains(left, FindingText.Of(Assert.Single(outcome.Findings)), StringComparison.Ordinal);
        Assert.Equal("1,'a' 2,'b'", _site.Sees("SELECT id, name FROM migrations_kept_1_d1_left1"));
    }

    [Fact]
    public void Tables_that_changed_places_in_an_edited_migration_get_their_own_rows()
    {
        const string Other = "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT)";
        _site.Applied(Site.Bundle(($"{Orders};\n{Other}", "DROP TABLE customers;\nDROP TABLE orders")));
        _site.Does("INSERT INTO orders VALUES (1, 'order'); INSERT INTO customers VALUES (1, 'customer')");
        _site.RolledBack(0);

        _site.Applied(Site.Bundle(($"{Other};\n{Orders}", "DROP TABLE orders;\nDROP TABLE customers")));

        Assert.Equal("1,'order' 1,'customer'", _site.Sees("SELECT * FROM orders UNION ALL SELECT * FROM customers"));
        Assert.Equal("", _site.Kept());
    }

    [Fact]
    public void What_others_wrote_since_is_kept_when_a_failed_deployment_is_undone()
    {
        var bundle = Site.Bundle((Orders, "DROP TABLE orders"), ("CREATE TABLE orders (id INT)", "SELECT 1"));
        _site.Settings = _site.Settings with { Progress = e => Write(e is MigrationDone { Version: 1, Direction: Bundle.Parts.Direction.Up }) };

        Assert.Equal(ExitCode.RolledBack, _site.Apply(bundle).Code);
        _site.Settings = _site.Settings with { Progress = null };
        _site.Applied(Site.Bundle((Orders, "DROP TABLE orders")));

        Assert.Equal("1,'a'", _site.Sees("SELECT * FROM orders"));

        void Write(bool now)
        {
            if (now)
            {
                _site.Does("INSERT INTO orders VALUES (1, 'a')");
            }
        }
    }

    [Fact]
    public void Many_rollbacks_lose_nothing()
    {
        var bundle = Site.Bundle((Orders, "DROP TABLE orders"), ("ALTER TABLE orders ADD COLUMN note TEXT", "ALTER TABLE orders DROP COLUMN note"));
        for (var time = 1; time <= 4; time++)
        {
            _site.Apply(bundle, time % 2 == 0 ? new() { Transaction = TransactionScope.Deployment } : new());
            _site.Does($"INSERT INTO orders VALUES ({time}, 'a', 'b')");
            _site.RolledBack(0);
        }

        _site.Applied(bundle);
        Assert.Equal("4", _site.Sees("SELECT count(*) FROM orders WHERE note = 'b'"));
    }
}
