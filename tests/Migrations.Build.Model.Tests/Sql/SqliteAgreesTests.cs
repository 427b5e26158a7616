using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Tests.Rules;

namespace Migrations.Build.Model.Tests.Sql;

/// <summary>SQL text is folded into what SQLite itself makes of it.</summary>
public class SqliteAgreesTests
{
    private const string Columns = "select group_concat(m.name || '.' || c.name || ':' || c.type || iif(c.pk > 0, ' key', iif(c.\"notnull\", ' not null', '')) || coalesce(' default ' || c.dflt_value, ''), '|') from (select * from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name) m, pragma_table_info(m.name) c";
    private const string Others = "select group_concat(type || ' ' || name || ' ' || tbl_name, '|') from (select * from sqlite_master where type in ('view', 'trigger', 'index') and sql is not null order by type, name)";
    private const string Keys = "select group_concat(m.name || '.' || f.\"from\" || ' to ' || f.\"table\", '|') from (select * from sqlite_master where type = 'table' order by name) m, pragma_foreign_key_list(m.name) f";

    // SQLite itself puts the types it knows in capitals.
    [Theory]
    [InlineData("create table a (id integer primary key, b text not null default 'x;y', c numeric(10, 2) default (1 + 1) check (c > 0))")]
    [InlineData("create table b (id int primary key not null); create table a (id integer primary key autoincrement, b_id int not null references b (id) on delete cascade, x, constraint u unique (b_id, x))")]
    [InlineData("create table a (x int, y int, primary key (x, y)) without rowid; alter table a add column z varchar(10) default -1; alter table a rename column x to w")]
    [InlineData("create table a (x text, y int, z int, primary key (x collate nocase desc, y asc), unique (z desc)) without rowid")]
    [InlineData("create table a (x int, y int); create index i on a (x desc, y); create unique index if not exists j on a (y) where y > 0; alter table a rename to b; drop index i")]
    [InlineData("create table [a b] (\"x;\" int, `y` text); create view v as select * from [a b]; create trigger t after insert on [a b] begin update [a b] set y = case when 1 then ';' else 'b' end; delete from [a b]; end; create trigger t2 before delete on [a b] begin select 1; end; drop trigger t2;")]
    [InlineData("create table p (id integer primary key); create table c (p_id int references p (id)); alter table p rename to q")]
    [InlineData("create table p (id integer primary key); create table c (p_id int references p (id)); drop table p")]
    [InlineData("create table a (x int, y int); create view v as select x from a; drop view v; create trigger t after update on a begin select 1; end; drop table a; create table a (z int)")]
    [InlineData("create table a (x int, y int); alter table a drop column x; create table if not exists a (other int); create temp table z (x int); -- create table q (x int)\n/* ; */")]
    [InlineData("create table a (x text collate nocase not null, g int generated always as (1 + 1) stored, \"default\" int null)")]
    public void The_folded_schema_is_the_one_in_the_file(string script)
    {
        using var file = new SqliteFile();
        foreach (var statement in SqlText.Split(script, DatabaseKind.Sqlite))
        {
            file.Run(statement);
        }

        var folded = Fold.Apply(Schema.Empty(DatabaseKind.Sqlite), new RawSql(script, SqlSource.Statement)).After;

        Assert.All(folded.Tables, t => Assert.False(t.Touched));
        Assert.Equal(file.Value(Columns.Replace("table_info", script.Contains("generated") ? "table_xinfo" : "table_info")) as string ?? "", Joined(folded.Tables.SelectMany(Told)), ignoreCase: true);
        Assert.Equal(file.Value(Others) as string ?? "", Joined(ToldOthers(folded)));
        Assert.Equal(file.Value(Keys) as string ?? "", Joined(folded.Tables.SelectMany(t => t.ForeignKeys.Select(f => $"{t.Name}.{f.Columns[0]} to {f.Referenced}"))));
    }

    private static IEnumerable<string> Told(Table table) => table.Columns.Select(c =>
        $"{table.Name}.{c.Name}:{c.Type.Custom}" + (table.PrimaryKey?.Columns.Contains(c.Name) == true ? " key" : c.Nullable == true ? "" : " not null") + (c.Default is { } value ? " default " + value.Text!.Trim('(', ')') : ""));

    private static IEnumerable<string> ToldOthers(Schema schema) =>
    [
        .. schema.Tables.SelectMany(t => t.Indexes.Select(i => $"index {i.Name} {t.Name}")).OrderBy(x => x, StringComparer.Ordinal),
        .. schema.Triggers.Select(t => $"trigger {t.Name} {t.Table}"),
        .. schema.Views.Select(v => $"view {v.Name} {v.Name}"),
    ];

    private static string Joined(IEnumerable<string> texts) => string.Join("|", texts);
}
