using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.DataLoss;

namespace Migrations.Build.Model.Tests.Rules.DataLoss;

public class DeleteCascadeAddedTests
{
    private static readonly Draft Orders = A.Migration(1, A.Create("customers"), A.Create("orders", A.Typed("customer_id", TypeKind.Int64)));
    private static readonly AddForeignKey Cascade = Key("fk_orders", ForeignKeyAction.Cascade);

    [Fact]
    public void A_key_that_deletes_rows_that_are_there_is_found()
    {
        var found = Assert.Single(A.History(Orders, A.Migration(2, Cascade)).On(A.Everywhere).Found(DeleteCascadeAdded.Rule));

        Assert.Equal(
            "Foreign key 'fk_orders' deletes rows of 'orders' with the row of 'customers' that they refer to. "
            + "Deletes that the application does today, and that were harmless or refused, take those rows along. "
            + "Let the key refuse, and delete the rows in the application where that is meant.",
            FindingText.Of(found));
    }

    [Fact]
    public void Text_is_read() => Assert.Single(A.History(Orders, A.Migration(
        2, A.Sql("alter table orders add constraint fk_orders foreign key (customer_id) references customers (id) on delete cascade"))).On(DatabaseKind.Postgres).Found(DeleteCascadeAdded.Rule));

    [Fact]
    public void A_key_that_refuses_is_silent() => Silent(Orders, A.Migration(2, Key("fk_orders", ForeignKeyAction.None)));

    [Fact]
    public void A_new_table_and_a_new_column_are_silent()
    {
        Silent(A.Migration(1, A.Create("customers"), A.Create("orders", A.Typed("customer_id", TypeKind.Int64)), Cascade));
        Silent(A.Migration(1, A.Create("customers"), A.Create("orders")), A.Migration(2, A.Add("orders", A.Typed("customer_id", TypeKind.Int64)), Cascade));
    }

    [Fact]
    public void A_key_that_did_so_before_is_silent_and_one_that_refused_is_found()
    {
        var renew = A.Migration(3, A.DropForeignKey("fk_orders", "orders"), Key("fk_new", ForeignKeyAction.Cascade));

        Assert.Empty(A.History(Orders, A.Migration(2, Cascade), renew).Released(1, 2).Found(DeleteCascadeAdded.Rule));
        Assert.Single(A.History(Orders, A.Migration(2, Key("fk_orders", ForeignKeyAction.None)), renew).Released(1, 2).Found(DeleteCascadeAdded.Rule));
    }

    [Fact]
    public void Sqlite_deletes_the_rows_along()
    {
        using var database = new SqliteFile();
        database.Run("create table c (id int primary key); create table o (c int references c (id) on delete cascade); insert into c values (1); insert into o values (1); delete from c");

        Assert.Equal(0L, database.Value("select count(*) from o"));
    }

    private static AddForeignKey Key(string name, ForeignKeyAction action) => new(A.ForeignKey(name, "orders", "customer_id", "customers").ForeignKey with { OnDelete = action });

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(DeleteCascadeAdded.Rule));
}
