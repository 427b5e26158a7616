using Migrations.Build.Model;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;

namespace Migrations.Build.Builder.Tests.Rendering.Keeping;

public sealed class KeepingTests
{
    private static readonly Operation[] Customers = [Table("Customers", Id, C("Name", TypeKind.String), C("Größe", TypeKind.String))];

    private static readonly Operation[] Family =
    [
        Table("Parents", Id, C("Name", TypeKind.String)), Table("Children", Id, C("ParentId")),
        new AddForeignKey(Key("FK_Children", "Children", "ParentId", "Parents") with { OnDelete = ForeignKeyAction.Cascade }),
    ];

    [Fact]
    public void A_dropped_column_comes_back_with_every_value_and_null()
    {
        using var migration = new KeptMigration(Customers, [new DropColumn(T("Customers"), "Größe")]);
        migration.File.Run("INSERT INTO Customers VALUES (1, 'a', 'x'), (2, 'b', NULL), (9, 'c', X'00FF'), (10, 'd', 1.5)");

        Unchanged(migration, "Customers");
    }

    [Fact]
    public void A_dropped_column_keeps_the_values_of_rows_that_were_deleted_meanwhile_and_leaves_new_rows_alone()
    {
        using var migration = new KeptMigration(Customers, [new DropColumn(T("Customers"), "Größe")]);
        migration.File.Run("INSERT INTO Customers VALUES (1, 'a', 'x'), (2, 'b', 'y')");
        migration.Up();
        migration.File.Run("DELETE FROM Customers WHERE Id = 1; INSERT INTO Customers VALUES (3, 'c')");
        migration.Down();

        Assert.Equal(["Id=Int64:2 | Name=String:b | Größe=String:y", "Id=Int64:3 | Name=String:c | Größe=String:"], Texts(migration, "Customers"));
        Assert.Equal("x", migration.File.Ask("SELECT Größe FROM migrations_kept_7_1 WHERE Id = 1"));
    }

    [Fact]
    public void A_default_that_Down_gives_does_not_take_the_place_of_kept_values()
    {
        using var migration = new KeptMigration(
            Customers,
            [new DropColumn(T("Customers"), "Name")],
            [new AddColumn(T("Customers"), C("Name", TypeKind.String) with { Default = Value.Of("?") }), new UpdateRows(T("Customers"), Items.Of(new Cell("Name", Value.Of("!"))), Items<Cell>.Empty, true)]);
        migration.File.Run("INSERT INTO Customers VALUES (1, 'a', 'x'), (2, NULL, 'y')");
        migration.Up();
        migration.Down();

        Assert.Equal("a", migration.File.Ask("SELECT Name FROM Customers WHERE Id = 1"));
        Assert.Equal(DBNull.Value, migration.File.Ask("SELECT Name FROM Customers WHERE Id = 2"));
    }

    [Fact]
    public void A_dropped_table_comes_back_with_its_rows_and_the_numbers_of_rows_without_a_key()
    {
        using var migration = new KeptMigration([Table("Log", C("Text", TypeKind.String))], [new DropTable(T("Log"))]);
        migration.File.Run("INSERT INTO Log (rowid, Text) VALUES (5, 'a'), (3, 'a'), (40, NULL)");

        Unchanged(migration, "Log", "SELECT group_concat(rowid || coalesce(Text, '-')) FROM (SELECT rowid, Text FROM Log ORDER BY rowid)");
    }

    [Fact]
    public void A_dropped_table_that_Down_fills_itself_has_the_kept_rows_in_the_end()
    {
        using var migration = new KeptMigration(
            Customers,
            [new DropTable(T("Customers"))],
            [.. Customers, new InsertRows(T("Customers"), Items.Of(Row(("Id", Value.Of(1)), ("Name", Value.Of("seed")))))]);
        migration.File.Run("INSERT INTO Customers VALUES (1, 'a', 'x'), (2, 'b', 'y')");

        Unchanged(migration, "Customers");
    }

    [Fact]
    public void Updated_values_come_back_and_later_edits_stay()
    {
        using var migration = new KeptMigration(
            Customers, [new UpdateRows(T("Customers"), Items.Of(new Cell("Name", Value.Of("n"))), Items.Of(new Cell("Größe", Value.Of("x"))), false)]);
        migration.File.Run("INSERT INTO Customers VALUES (1, 'a', 'x'), (2, 'b', 'x'), (3, 'c', 'y')");
        migration.Up();
        migration.File.Run("UPDATE Customers SET Name = 'edited' WHERE Id = 2");
        migration.Down();

        Assert.Equal("a edited c", migration.File.Ask("SELECT group_concat(Name, ' ') FROM (SELECT Name FROM Customers ORDER BY Id)"));
    }

    [Fact]
    public void Rows_that_SQL_text_updates_come_back_and_no_other_edit_is_touched()
    {
        using var migration = new KeptMigration(Customers, [Sql("UPDATE Customers AS c SET Name = upper(c.Name) WHERE c.Größe = 'x'")]);
        migration.File.Run("INSERT INTO Customers VALUES (1, 'a', 'x'), (2, 'B', 'x'), (3, 'c', 'y')");
        migration.Up();
        migration.File.Run("UPDATE Customers SET Name = 'edited' WHERE Id = 3");
        migration.Down();

        Assert.Equal(1L, migration.File.Ask("SELECT count(*) FROM migrations_kept_7_1"));
        Assert.Equal("a B edited", migration.File.Ask("SELECT group_concat(Name, ' ') FROM (SELECT Name FROM Customers ORDER BY Id)"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Deleted_rows_come_back_and_one_that_was_written_again_stays(bool text)
    {
        Operation delete = text ? Sql("DELETE FROM Customers WHERE Größe = 'x'") : new DeleteRows(T("Customers"), Items.Of(Row("Größe", Value.Of("x"))), false);
        using var migration = new KeptMigration(Customers, [delete]);
        migration.File.Run("INSERT INTO Customers VALUES (1, 'a', 'x'), (2, 'b', 'x'), (3, 'c', 'y')");
        migration.Up();
        migration.File.Run("INSERT INTO Customers VALUES (2, 'again', 'z')");
        migration.Down();

        Assert.Equal("a again c", migration.File.Ask("SELECT group_concat(Name, ' ') FROM (SELECT Name FROM Customers ORDER BY Id)"));
    }

    [Fact]
    public void A_row_that_Down_inserts_again_gets_the_values_that_it_had()
    {
        var seed = Row(("Id", Value.Of(1)), ("Name", Value.Of("seed")));
        using var migration = new KeptMigration(Customers, [new DeleteRows(T("Customers"), Items.Of(Row("Id", Value.Of(1))), false)], [new InsertRows(T("Customers"), Items.Of(seed))]);
        migration.File.Run("INSERT INTO Customers VALUES (1, 'edited by a user', 'x')");

        Unchanged(migration, "Customers");
    }

    [Fact]
    public void Rows_that_go_by_a_cascade_come_back()
    {
        using var migration = new KeptMigration(Family, [new DeleteRows(T("Parents"), Items.Of(Row("Name", Value.Of("a"))), false)]);
        migration.File.Run("INSERT INTO Parents VALUES (1, 'a'), (2, 'b'); INSERT INTO Children VALUES (1, 1), (2, 1), (3, 2)");
        migration.Up();
        Assert.Equal(1L, migration.File.Ask("SELECT count(*) FROM Children"));
        migration.Down();

        Assert.Equal("1-1 2-1 3-2", migration.File.Ask("SELECT group_concat(Id || '-' || ParentId, ' ') FROM (SELECT * FROM Children ORDER BY Id)"));
    }

    [Fact]
    public void A_child_whose_parent_is_gone_meanwhile_stays_kept()
    {
        using var migration = new KeptMigration(Family, [new DropTable(T("Children"))]);
        migration.File.Run("INSERT INTO Parents VALUES (1, 'a'), (2, 'b'); INSERT INTO Children VALUES (1, 1), (2, 2)");
        migration.Up();
        migration.File.Run("DELETE FROM Parents WHERE Id = 1");
        migration.Down();

        Assert.Equal("2", migration.File.Ask("SELECT group_concat(Id) FROM Children"));
        Assert.Equal(2L, migration.File.Ask("SELECT count(*) FROM migrations_kept_7_1"));
    }

    [Fact]
    public void Triggers_do_not_fire_while_values_go_back_and_are_there_afterwards()
    {
        Operation[] before = [.. Customers, Table("Audit", C("Text", TypeKind.String)), Sql("CREATE TRIGGER \"t 1\" AFTER UPDATE ON Customers BEGIN INSERT INTO Audit VALUES ('up'); END")];
        using var migration = new KeptMigration(before, [new DropColumn(T("Customers"), "Größe")]);
        migration.File.Run("INSERT INTO Customers VALUES (1, 'a', 'x')");

        Unchanged(migration, "Customers");
        Assert.Equal(0L, migration.File.Ask("SELECT count(*) FROM Audit"));
        migration.File.Run("UPDATE Customers SET Name = 'b'");
        Assert.Equal(1L, migration.File.Ask("SELECT count(*) FROM Audit"));
    }

    [Fact]
    public void Values_find_their_place_under_another_name_of_table_column_and_key()
    {
        using var migration = new KeptMigration(
            Customers,
            [new RenameTable(T("Customers"), "Clients"), new DropColumn(T("Clients"), "Größe"), new RenameColumn(T("Clients"), "Id", "Number"), new RenameColumn(T("Clients"), "Name", "Title")]);
        migration.File.Run("INSERT INTO Customers VALUES (1, 'a', 'x'), (2, 'b', 'y')");

        Unchanged(migration, "Customers");
    }

    [Fact]
    public void Rows_without_a_key_are_told_apart_by_all_that_they_hold()
    {
        using var migration = new KeptMigration([Table("Log", C("Text", TypeKind.String), C("Level"))], [new DropColumn(T("Log"), "Level")]);
        migration.File.Run("INSERT INTO Log VALUES ('a', 1), ('a', 2), ('b', NULL)");

        Unchanged(migration, "Log");
    }

    [Fact]
    public void What_code_changes_comes_back_where_it_is_declared()
    {
        using var migration = new KeptMigration(Customers, [new CodeStep("T", "M", "A")], [Sql("SELECT 1")], Items.Of("Customers.Name"));
        migration.File.Run("INSERT INTO Customers VALUES (1, 'a', 'x'), (2, 'b', 'y')");
        migration.File.Run(migration.Rendered.Up.Take(1));
        migration.File.Run("UPDATE Customers SET Name = 'code' WHERE Id = 1");
        migration.File.Run(migration.Rendered.Up.Skip(1));
        Assert.Equal(1L, migration.File.Ask("SELECT count(*) FROM migrations_kept_7_1"));
        migration.Down();

        Assert.Equal("a b", migration.File.Ask("SELECT group_concat(Name, ' ') FROM (SELECT Name FROM Customers ORDER BY Id)"));
    }

    [Fact]
    public void What_the_migration_made_itself_is_not_kept()
    {
        using var migration = new KeptMigration(
            Customers,
            [
                new AddColumn(T("Customers"), C("New")), new UpdateRows(T("Customers"), Items.Of(new Cell("New", Value.Of(1))), Items<Cell>.Empty, true), new DropColumn(T("Customers"), "New"),
                Table("Fresh", Id), new DropTable(T("Fresh")),
            ]);

        Assert.Empty(migration.Rendered.Keeps);
    }

    private static RawSql Sql(string text) => new(text, SqlSource.Statement);

    private static IReadOnlyList<string> Texts(KeptMigration migration, string table) => [.. migration.File.Rows(table).Select(r => r)];

    private static void Unchanged(KeptMigration migration, string table, string? query = null)
    {
        var (before, asked) = (migration.File.Rows(table), query is null ? null : migration.File.Ask(query));
        migration.Up();
        migration.Down();
        Assert.Equal(before, migration.File.Rows(table));
        Assert.Equal(asked, query is null ? null : migration.File.Ask(query));
    }
}
