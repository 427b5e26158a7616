using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Tests.Sql;

public class SqlTextTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, "select 1; select 2;", "select 1|select 2")]
    [InlineData(DatabaseKind.Sqlite, "select 'a;b'; select \"c;d\"; select [e;f]; select `g;h`", "select 'a;b'|select \"c;d\"|select [e;f]|select `g;h`")]
    [InlineData(DatabaseKind.Sqlite, "select 'it''s; one'; select 2", "select 'it''s; one'|select 2")]
    [InlineData(DatabaseKind.Sqlite, "select 1 -- a; b\n; /* c; d */ select 2", "select 1|select 2")]
    [InlineData(DatabaseKind.Postgres, "select $$a;b$$; select $x$c;$$;d$x$; select E'\\';'; select 1 /* /* ; */ ; */ + 1", "select $$a;b$$|select $x$c;$$;d$x$|select E'\\';'|select 1 /* /* ; */ ; */ + 1")]
    [InlineData(DatabaseKind.Postgres, "select '\\'; select 2", "select '\\'|select 2")]
    [InlineData(DatabaseKind.MySql, "select '\\';'; select \"a;\"; # c; d\nselect 2", "select '\\';'|select \"a;\"|select 2")]
    [InlineData(DatabaseKind.MySql, "select 1--2; select 3", "select 1--2|select 3")]
    [InlineData(DatabaseKind.SqlServer, "declare @a int; select @a\nGO\nselect 2\ngo 3\n", "declare @a int; select @a|select 2")]
    [InlineData(DatabaseKind.SqlServer, "select 'GO' as x\n, go from t", "select 'GO' as x\n, go from t")]
    [InlineData(DatabaseKind.Sqlite, "", "")]
    [InlineData(DatabaseKind.Sqlite, ";; -- nothing\n;", "")]
    public void A_script_is_split_where_its_engine_ends_statements(DatabaseKind kind, string script, string statements) =>
        Assert.Equal(statements, string.Join("|", SqlText.Split(script, kind)));

    [Fact]
    public void The_body_of_a_trigger_on_SQLite_stays_whole()
    {
        const string trigger = "create trigger t after insert on a when case when new.x then 1 else 0 end begin update b set c = case when 1 then 2 end; delete from d; end";

        Assert.Equal(["select 1", trigger, "select 2"], SqlText.Split("select 1;\n" + trigger + ";\nselect 2;", DatabaseKind.Sqlite));
    }

    [Fact]
    public void A_delimiter_of_a_client_script_keeps_a_body_whole()
    {
        const string routine = "CREATE PROCEDURE p() BEGIN IF 1 THEN SELECT 1; END IF; SELECT 2; END";

        Assert.Equal([routine, "SELECT 3"], SqlText.Split("DELIMITER $$\n" + routine + "$$\nDELIMITER ;\nSELECT 3;", DatabaseKind.MySql));
        Assert.Equal([routine, "SELECT 3"], SqlText.Split(routine + ";\nSELECT 3;", DatabaseKind.MariaDb));
    }

    [Fact]
    public void A_begin_that_starts_a_transaction_is_a_statement_of_its_own() =>
        Assert.Equal(["begin", "select 1", "commit"], SqlText.Split("begin; select 1; commit;", DatabaseKind.Postgres));
}
