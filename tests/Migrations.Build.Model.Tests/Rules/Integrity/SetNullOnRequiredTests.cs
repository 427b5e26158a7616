using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Integrity;

namespace Migrations.Build.Model.Tests.Rules.Integrity;

public class SetNullOnRequiredTests
{
    private static readonly Column Order = A.Typed("order_id", TypeKind.Int64);
    private static readonly Column Required = Order with { Nullable = false };
    private static readonly AddForeignKey Plain = A.ForeignKey("fk", "lines", "order_id", "orders");
    private static readonly AddForeignKey SetNull = new(Plain.ForeignKey with { OnDelete = ForeignKeyAction.SetNull });
    private static readonly AddForeignKey SetDefault = new(Plain.ForeignKey with { OnUpdate = ForeignKeyAction.SetDefault });

    [Fact]
    public void Set_null_on_a_required_column_is_found()
    {
        var found = Assert.Single(History(Required, SetNull).Found(SetNullOnRequired.Rule));

        Assert.Equal(12, found.Place!.Line);
        Assert.Equal(
            "Foreign key 'lines.fk' says 'ON DELETE SET NULL', and its column 'lines.order_id' is NOT NULL. The server refuses the foreign key, or every delete and update "
            + "that it should carry out. Let the column take nulls, or choose another action.",
            FindingText.Of(found));
    }

    [Fact]
    public void Set_null_on_a_nullable_column_is_silent() => Silent(Order, SetNull);

    [Fact]
    public void No_action_on_a_required_column_is_silent() => Silent(Required, Plain);

    [Fact]
    public void Set_default_needs_a_default()
    {
        Assert.Contains("is NOT NULL without a default", FindingText.Of(Assert.Single(History(Required, SetDefault).Found(SetNullOnRequired.Rule))), StringComparison.Ordinal);
        Silent(Required with { Default = Value.Of(1) }, SetDefault);
        Silent(Order, SetDefault);
    }

    [Fact]
    public void A_column_that_is_tightened_later_is_found_there_and_only_there()
    {
        var first = A.Migration(1, A.Create("orders"), A.Create("lines", Order), SetNull);
        var found = Assert.Single(A.History(first, A.Migration(2, A.Alter("lines", Required)), A.Migration(3, A.Add("lines", A.Text("x")))).On(A.Everywhere).Found(SetNullOnRequired.Rule));

        Assert.Equal(2, found.Version);
    }

    [Theory]
    [InlineData("create table notes (id int primary key, o bigint not null references orders (id) on delete set null)", 1)]
    [InlineData("create table notes (id int primary key, o bigint references orders (id) on delete set null)", 0)]
    [InlineData("create table notes (id int primary key, o bigint not null references orders (id) on delete cascade)", 0)]
    public void Sql_text_counts_for_what_it_does(string sql, int found) =>
        Assert.Equal(found, A.History(A.Migration(1, A.Create("orders")), A.Migration(2, A.Sql(sql))).On(DatabaseKind.Postgres).Found(SetNullOnRequired.Rule).Length);

    [Fact]
    public void Sqlite_takes_the_key_and_refuses_the_delete()
    {
        using var database = new SqliteFile();
        database.Run("create table orders (id integer primary key); insert into orders values (1), (2)");
        database.Run("create table lines (order_id integer not null references orders (id) on delete set null); insert into lines values (1)");

        Assert.True(database.Refuses("delete from orders where id = 1"));
        Assert.False(database.Refuses("delete from orders where id = 2"));
    }

    private static Situation History(Column column, AddForeignKey key) => A.History(A.Migration(1, A.Create("orders"), A.Create("lines", column), key)).On(A.Everywhere);

    private static void Silent(Column column, AddForeignKey key) => Assert.Empty(History(column, key).Found(SetNullOnRequired.Rule));
}
