namespace Migrations.Build.Model.Tests.Generating;

/// <summary>SQL text made of words and signs in any order: some of it is SQL, most of it is not.</summary>
public static class AnySql
{
    private static readonly string[] Words =
    [
        "create", "table", "view", "trigger", "index", "unique", "sequence", "alter", "drop", "column", "add", "rename", "to", "if", "not", "exists", "cascade",
        "insert", "into", "values", "update", "set", "delete", "from", "where", "select", "with", "as", "join", "on", "begin", "end", "case", "commit", "null",
        "default", "primary", "key", "references", "check", "constraint", "int", "varchar", "Orders", "\"Lines\"", "[a b]", "`x`", "Id", "total", "1", "1.5e3", "'it''s'",
        "$$a;b$$", "$t$", "E'\\''", "N'x'", "--c\n", "/* c */", "/*", "*/", "'", "\"", "`", "[", "]", "(", ")", ",", ";", ".", "=", "-", "$", "\n", "\nGO\n", "\nDELIMITER //\n", "//",
        "truncate", "merge", "exec", "sp_rename", "pragma", "temp", "only", "or", "replace", "materialized", "using", "include", "modify", "generated", "identity", "collate", "comment",
    ];

    private static readonly string[] Statements =
    [
        "create view v as select * from \"Orders\"", "create table t (id int primary key, x varchar(10) not null default 'a', check (id > 0))", "insert into \"Orders\" (\"Id\") values (1)",
        "update \"Orders\" set \"Name\" = 'a;b' where \"Id\" = 1", "create trigger tr after insert on \"Orders\" begin delete from \"Lines\"; end", "drop view v", "drop table t", "alter table t add y int",
        "create index i on t (x desc) where id > 1", "alter table t rename column x to z", "drop trigger tr", "create sequence s start with 5",
    ];

    public static string Text(Choices c) => c.Chance(40)
        ? string.Join(c.Of("; ", ";\n", ";"), c.List(3, () => c.From(Statements)))
        : string.Join(c.Of(" ", ""), c.List(30, () => c.From(Words)));
}
