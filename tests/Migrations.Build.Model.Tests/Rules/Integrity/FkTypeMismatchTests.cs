using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Integrity;

namespace Migrations.Build.Model.Tests.Rules.Integrity;

public class FkTypeMismatchTests
{
    private static readonly AddForeignKey Key = A.ForeignKey("fk", "lines", "order_id", "orders");

    [Fact]
    public void A_narrower_number_is_found()
    {
        var found = Assert.Single(On(DatabaseKind.SqlServer, A.Int("order_id")));

        Assert.Null(found.Severity);
        Assert.Equal(
            "Column 'lines.order_id' of type 'Int32' refers to column 'orders.id' of type 'Int64': that server wants the same type and length on both sides. The server "
            + "refuses the foreign key, or one day a key does not fit into the column that holds it. Give both columns one type. This holds for SQL Server.",
            FindingText.Of(found with { Databases = Items.Of(DatabaseKind.SqlServer) }));
    }

    [Fact]
    public void One_type_is_silent() => Assert.Empty(History(A.Typed("order_id", TypeKind.Int64)).On(A.Everywhere).Found(FkTypeMismatch.Rule));

    [Fact]
    public void A_type_that_is_not_known_is_silent() =>
        Assert.Empty(History(A.Typed("order_id", TypeKind.Int64) with { Type = new(TypeKind.Custom, Custom: "citext") }).On(A.Everywhere).Found(FkTypeMismatch.Rule));

    [Fact]
    public void Each_server_has_its_own_mind_about_sizes()
    {
        Assert.Equal(Severity.Warning, Assert.Single(On(DatabaseKind.Postgres, A.Int("order_id"))).Severity);
        Assert.Null(Assert.Single(On(DatabaseKind.MySql, A.Int("order_id"))).Severity);
        Assert.Empty(On(DatabaseKind.Sqlite, A.Int("order_id")));
    }

    [Fact]
    public void Another_family_is_found_everywhere()
    {
        Assert.Null(Assert.Single(History(A.Text("order_id", 20)).On(A.Everywhere).Found(FkTypeMismatch.Rule)).Severity);
        Assert.Equal(Severity.Warning, Assert.Single(On(DatabaseKind.Sqlite, A.Text("order_id", 20))).Severity);
    }

    [Fact]
    public void Lengths_of_texts_count_on_SqlServer_only()
    {
        var orders = A.Create("orders") with { Columns = Items.Of(A.Text("id", 20) with { PrimaryKey = true, Nullable = false }) };
        var history = A.History(A.Migration(1, orders, A.Create("lines", A.Text("order_id", 30)), Key)).On(A.Everywhere);

        Assert.Equal(Items.Of(DatabaseKind.SqlServer), Assert.Single(history.Found(FkTypeMismatch.Rule)).Databases);
    }

    [Theory]
    [InlineData("create table notes (id int primary key, order_id int references orders (id))", 1)]
    [InlineData("create table notes (id int primary key, order_id bigint references orders (id))", 0)]
    [InlineData("create table notes (id int primary key, order_id uuid references orders)", 1)]
    [InlineData("alter table lines add column order_id varchar(20); alter table lines add constraint fk foreign key (order_id) references orders (id)", 1)]
    public void Sql_text_counts_for_what_it_does(string sql, int found)
    {
        var orders = A.Migration(1, A.Create("orders"), A.Create("lines"));

        Assert.Equal(found, A.History(orders, A.Migration(2, A.Sql(sql))).On(DatabaseKind.Postgres).Found(FkTypeMismatch.Rule).Length);
    }

    [Fact]
    public void Code_that_may_have_changed_the_type_leaves_an_info()
    {
        var orders = A.Migration(1, A.Create("orders"), A.Create("lines", A.Text("order_id")));

        Assert.Equal(Severity.Info, Assert.Single(A.History(orders, A.Migration(2, A.Code()), A.Migration(3, Key)).On(DatabaseKind.Postgres).Found(FkTypeMismatch.Rule)).Severity);
    }

    private static Situation History(Column column) => A.History(A.Migration(1, A.Create("orders"), A.Create("lines", column), Key));

    private static Finding[] On(DatabaseKind database, Column column) => History(column).On(database).Found(FkTypeMismatch.Rule);
}
