using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.DataLoss;

namespace Migrations.Build.Model.Tests.Rules.DataLoss;

public class LossyTableRebuildTests
{
    private static readonly Draft Notes = A.Migration(1, A.Sql("create table notes (id integer primary key, a text default 'x', b text check (b <> ''))"), A.Index("ix_notes_a", "notes", "a"));

    [Fact]
    public void A_rebuild_without_an_index_is_found()
    {
        var found = Assert.Single(Found("create table n2 (id integer primary key, a text default 'x', b text check (b <> '')); insert into n2 select * from notes; drop table notes; alter table n2 rename to notes"));

        Assert.Equal(
            "Table 'notes' is rebuilt by hand, and the new one lacks index 'ix_notes_a'. What the old one had besides its rows goes with it, and no error says so. "
            + "Make it on the new table as well, or use 'Alter.Table', which the builder renders as a rebuild of the whole table.",
            FindingText.Of(found));
    }

    [Fact]
    public void A_rebuild_without_a_column_is_found() => Assert.Equal("column 'b', check 'b <> '''", Assert.Single(Found(
        "create table n2 (id integer primary key, a text default 'x'); insert into n2 select id, a from notes; drop table notes; alter table n2 rename to notes; create index ix_notes_a on notes (a)")).Values[1]);

    [Fact]
    public void A_rebuild_that_only_takes_a_constraint_or_a_default_away_is_silent()
    {
        Assert.Empty(Found("create table n2 (id integer primary key, a text default 'x', b text); insert into n2 select * from notes; drop table notes; alter table n2 rename to notes; create index ix_notes_a on notes (a)"));
        Assert.Empty(Found("create table n2 (id integer primary key, a text, b text check (b <> '')); insert into n2 select * from notes; drop table notes; alter table n2 rename to notes; create index ix_notes_a on notes (a)"));
    }

    [Fact]
    public void Steps_of_their_own_are_a_rebuild_too_and_no_drop()
    {
        var history = A.History(
            A.Migration(1, A.Create("notes", A.Text("a"), A.Text("b")), A.Index("ix_notes_a", "notes", "a")),
            A.Migration(2, A.Create("n2", A.Text("a"), A.Text("b")), A.Sql("insert into n2 (id, a, b) select id, a, b from notes"), A.Drop("notes"), new Model.Operations.RenameTable(A.Table("n2"), "notes")));

        Assert.Equal("index 'ix_notes_a'", Assert.Single(history.Found(LossyTableRebuild.Rule)).Values[1]);
        Assert.Empty(history.Found(Model.Rules.DataLoss.DropTable.Rule));
    }

    [Fact]
    public void The_old_table_may_step_aside_first() => Assert.Single(A.History(
        A.Migration(1, A.Create("notes", A.Text("a")), A.Index("ix_notes_a", "notes", "a")),
        A.Migration(2, new Model.Operations.RenameTable(A.Table("notes"), "old"), A.Create("notes", A.Text("a")), A.Sql("insert into notes select * from old"), A.Drop("old"))).Found(LossyTableRebuild.Rule));

    [Fact]
    public void A_rebuild_of_all_that_was_there_is_silent() => Assert.Empty(Found(
        "create table n2 (id integer primary key, a text default 'x', b text check (b <> ''), c int); insert into n2 select id, a, b, 1 from notes; drop table notes; alter table n2 rename to notes; create index ix_notes_a on notes (a)"));

    [Fact]
    public void A_copy_into_another_table_is_no_rebuild() => Assert.Empty(Found("create table n2 (id integer primary key); insert into n2 select id from notes"));

    [Fact]
    public void Sqlite_drops_indexes_and_triggers_with_their_table()
    {
        using var database = new SqliteFile();
        database.Run("create table t (a int); create index i on t (a); create trigger r after insert on t begin select 1; end; create table n (a int); insert into n select a from t; drop table t; alter table n rename to t");

        Assert.Equal(0L, database.Value("select count(*) from sqlite_master where type <> 'table'"));
    }

    private static Finding[] Found(string sql) => A.History(Notes, A.Migration(2, A.Sql(sql))).Found(LossyTableRebuild.Rule);
}
