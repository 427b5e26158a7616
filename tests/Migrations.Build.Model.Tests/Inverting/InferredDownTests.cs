using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Inverting;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Tests.Inverting;

public class InferredDownTests
{
    private static readonly TableName Orders = TableName.Of("Orders");
    private static readonly CreateTable Create = new(Orders, Items.Of(new Column("Id", new(TypeKind.Int32)) { PrimaryKey = true }, new Column("Code", new(TypeKind.String, 10)) { Nullable = true }));

    [Theory]
    [InlineData(DownKind.Empty)]
    [InlineData(DownKind.Throws)]
    [InlineData(DownKind.Irreversible)]
    public void A_Down_that_cannot_be_used_is_replaced_by_the_inverse_in_reverse_order(DownKind kind)
    {
        var script = Inferred(kind, new RenameColumn(Orders, "Code", "Number"), new DropColumn(Orders, "Number"));

        Assert.Equal((DownKind.Inferred, null), (script.DownKind, script.DownProblem));
        Assert.Equal([typeof(AddColumn), typeof(RenameColumn)], script.Down.Select(s => s.Operation.GetType()));
        Assert.Equal(new ColumnType(TypeKind.String, 10), ((AddColumn)script.Down[0].Operation).Column.Type);
    }

    [Theory]
    [InlineData(DownKind.Written)]
    [InlineData(DownKind.Reversed)]
    [InlineData(DownKind.ForwardOnly)]
    public void What_was_written_or_declared_stays(DownKind kind) => Assert.Equal(kind, Inferred(kind, new DropColumn(Orders, "Code")).DownKind);

    [Fact]
    public void What_was_stated_to_have_no_way_back_stays() =>
        Assert.Equal(DownKind.Empty, Inferred(DownKind.Empty, m => m with { ForwardOnly = new("it is so", null) }, new DropColumn(Orders, "Code")).DownKind);

    [Fact]
    public void One_step_without_an_inverse_leaves_the_whole_Down_as_it_is()
    {
        var script = Inferred(DownKind.Empty, new DropColumn(Orders, "Code"), new CodeStep("T", "M", "A"));

        Assert.Equal((DownKind.Empty, 0), (script.DownKind, script.Down.Count));
    }

    [Fact]
    public void A_migration_that_does_nothing_needs_no_Down() => Assert.Equal(DownKind.Empty, Inferred(DownKind.Empty).DownKind);

    private static Script Inferred(DownKind kind, params Operation[] up) => Inferred(kind, m => m, up);

    private static Script Inferred(DownKind kind, Func<Migration, Migration> change, params Operation[] up)
    {
        var databases = Items.Of(DatabaseKind.Sqlite, DatabaseKind.Postgres);
        var first = new Migration(1, "First") { Scripts = Items.Of(new Script(databases, Steps(Create), Steps(new DropTable(Orders)))) };
        var second = new Migration(2, "Second") { Scripts = Items.Of(new Script(databases, Steps(up), Items<Step>.Empty) { DownKind = kind, DownProblem = kind == DownKind.Throws ? "no" : null }) };
        var history = InferredDown.AddTo(new(Items.Of(first, change(second))), databases);
        return Assert.Single(history.Migrations[1].Scripts);
    }

    private static Items<Step> Steps(params Operation[] operations) => operations.Select(o => new Step(o)).ToItems();
}
