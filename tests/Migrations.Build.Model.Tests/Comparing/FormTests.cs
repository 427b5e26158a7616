using Migrations.Build.Model.Comparing;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Tests.Comparing;

/// <summary>What the engine reads alike is equal, however it was written; what it reads otherwise is not.</summary>
public class FormTests
{
    private static readonly TableName T = TableName.Of("t");

    [Theory]
    [InlineData(DatabaseKind.Sqlite, TypeKind.String, 20, "TEXT", true)]
    [InlineData(DatabaseKind.Sqlite, TypeKind.String, 20, "text", true)]
    [InlineData(DatabaseKind.Sqlite, TypeKind.String, 20, "varchar(20)", false)]
    [InlineData(DatabaseKind.Sqlite, TypeKind.Int32, null, "INTEGER", true)]
    [InlineData(DatabaseKind.Sqlite, TypeKind.Decimal, null, "numeric", true)]
    [InlineData(DatabaseKind.Sqlite, TypeKind.String, 20, "BLOB", false)]
    [InlineData(DatabaseKind.Sqlite, TypeKind.Int32, null, "TEXT", false)]
    [InlineData(DatabaseKind.Postgres, TypeKind.String, 20, "character varying(20)", true)]
    [InlineData(DatabaseKind.Postgres, TypeKind.String, 20, "varchar ( 20 )", true)]
    [InlineData(DatabaseKind.Postgres, TypeKind.String, null, "text", true)]
    [InlineData(DatabaseKind.Postgres, TypeKind.Int32, null, "int4", true)]
    [InlineData(DatabaseKind.Postgres, TypeKind.DateTimeOffset, null, "timestamp with time zone", true)]
    [InlineData(DatabaseKind.Postgres, TypeKind.String, 20, "varchar(21)", false)]
    [InlineData(DatabaseKind.Postgres, TypeKind.Int32, null, "bigint", false)]
    [InlineData(DatabaseKind.MySql, TypeKind.Boolean, null, "bool", true)]
    [InlineData(DatabaseKind.MySql, TypeKind.Int32, null, "int", true)]
    [InlineData(DatabaseKind.MySql, TypeKind.String, 20, "varchar(20)", false)]
    [InlineData(DatabaseKind.SqlServer, TypeKind.String, 5000, "nvarchar(max)", true)]
    [InlineData(DatabaseKind.SqlServer, TypeKind.Int32, null, "[integer]", true)]
    [InlineData(DatabaseKind.SqlServer, TypeKind.String, 20, "varchar(20)", false)]
    public void A_type_in_SQL_text_is_that_of_a_call_or_not(DatabaseKind database, TypeKind kind, int? size, string text, bool same)
    {
        var column = new Column("c", new(kind, size)) { Nullable = false };

        Assert.Equal(same, Compare.Equal(After(database, new CreateTable(T, Items.Of(column))), After(database, Sql($"create table t (c {text} not null)"))));
    }

    [Theory]
    [InlineData("'a'", true)]
    [InlineData("('a')", true)]
    [InlineData("'A'", false)]
    [InlineData("'b'", false)]
    public void A_default_in_SQL_text_is_that_of_a_call_or_not(string text, bool same)
    {
        var column = new Column("c", new(TypeKind.String)) { Nullable = true, Default = Value.Of("a") };

        Assert.Equal(same, Compare.Equal(After(DatabaseKind.Sqlite, new CreateTable(T, Items.Of(column))), After(DatabaseKind.Sqlite, Sql($"create table t (c text default {text})"))));
    }

    [Theory]
    [InlineData(DatabaseKind.SqlServer, "CREATE VIEW names AS SELECT id FROM goods", "ALTER VIEW [dbo].[names] AS SELECT id FROM [dbo].[goods]", true)]
    [InlineData(DatabaseKind.SqlServer, "CREATE VIEW names AS SELECT id FROM goods", "ALTER VIEW names AS SELECT id, name FROM goods", false)]
    [InlineData(DatabaseKind.SqlServer, "CREATE VIEW names AS SELECT id FROM goods", "CREATE OR ALTER VIEW names AS SELECT id FROM sales.goods", false)]
    [InlineData(DatabaseKind.Sqlite, "CREATE VIEW names AS SELECT id FROM goods", "-- as before\nCREATE VIEW IF NOT EXISTS \"names\" AS\n  SELECT id /* the key */ FROM `goods`;", true)]
    [InlineData(DatabaseKind.Sqlite, "CREATE VIEW names AS SELECT 'a' AS x FROM goods", "CREATE VIEW names AS SELECT 'A' AS x FROM goods", false)]
    [InlineData(DatabaseKind.Postgres, "CREATE VIEW names AS SELECT id FROM goods", "CREATE OR REPLACE VIEW public.names AS SELECT \"id\" FROM Public.GOODS", true)]
    [InlineData(DatabaseKind.Postgres, "CREATE VIEW names AS SELECT id FROM goods", "CREATE OR REPLACE VIEW names AS SELECT \"Id\" FROM goods", false)]
    [InlineData(DatabaseKind.MySql, "CREATE VIEW names AS SELECT id FROM goods", "CREATE OR REPLACE VIEW `names` AS SELECT `id` FROM `goods`", true)]
    public void A_view_is_what_the_engine_reads(DatabaseKind database, string one, string other, bool same) =>
        Assert.Equal(same, Compare.Equal(After(database, Sql(one)), After(database, Sql(other))));

    [Fact]
    public void Views_and_triggers_follow_a_table_that_gets_another_name_on_Sqlite()
    {
        var made = Sql("create table goods (id int); create view v as select goods.id, ', goods' from goods, other goods_2; create trigger tr after insert on goods begin update goods set id = 1; end");
        var renamed = After(DatabaseKind.Sqlite, made, new RenameTable(TableName.Of("goods"), "items"));

        Assert.Equal("create view v as select \"items\".id, ', goods' from \"items\", other goods_2", Assert.Single(renamed.Views).Text);
        Assert.Equal("create trigger tr after insert on \"items\" begin update \"items\" set id = 1; end", Assert.Single(renamed.Triggers).Text);
        Assert.Contains("from goods", Assert.Single(After(DatabaseKind.MySql, made, new RenameTable(TableName.Of("goods"), "items")).Views).Text, StringComparison.Ordinal);
    }

    private static RawSql Sql(string text) => new(text, SqlSource.Statement);

    private static Schema After(DatabaseKind database, params Operation[] operations) =>
        Fold.Trace(Schema.Empty(database), operations.Select(o => new Step(o)).ToItems(), Items<string>.Empty).After;
}
