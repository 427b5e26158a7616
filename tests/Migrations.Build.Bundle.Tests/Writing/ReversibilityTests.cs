using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Bundle.Tests.Writing;

public sealed class ReversibilityTests
{
    private static readonly TableName T = Sample.Contacts;

    public static TheoryData<Operation[], Reversibility> Cases => new()
    {
        { [new AddColumn(T, Sample.Text("Email"))], Reversibility.Reversible },
        { [new DropColumn(T, "Name")], Reversibility.LosesData },
        { [new AddColumn(T, Sample.Text("Scratch")), new DropColumn(T, "Scratch")], Reversibility.Reversible },
        { [new DropTable(T)], Reversibility.LosesData },
        { [new CreateTable(TableName.Of("Scratch"), Items.Of(Sample.Text("A"))), new DropTable(TableName.Of("Scratch"))], Reversibility.Reversible },
        { [new DeleteRows(T, Items<Row>.Empty, true)], Reversibility.LosesData },
        { [new UpdateRows(T, Items.Of(new Cell("Name", Value.Of("x"))), Items<Cell>.Empty, true)], Reversibility.LosesData },
        { [new AddColumn(T, Sample.Text("Email")), new UpdateRows(T, Items.Of(new Cell("Email", Value.Of("x"))), Items<Cell>.Empty, true)], Reversibility.Reversible },
        { [new AlterColumn(T, Sample.Text("Name") with { Type = new(TypeKind.String, 50) })], Reversibility.LosesData },
        { [new AlterColumn(T, Sample.Text("Name") with { Type = new(TypeKind.String, 500) })], Reversibility.Reversible },
        { [new RawSql("update Contacts set Name = 'x'", SqlSource.Statement)], Reversibility.LosesData },
        { [new RawSql("create view V as select Name from Contacts", SqlSource.Statement)], Reversibility.Reversible },
        { [new CodeStep("T", "M", "A")], Reversibility.LosesData },
        { [new InsertRows(T, Items.Of(new Row(Items.Of(new Cell("Name", Value.Of("x"))))))], Reversibility.Reversible },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_a_rollback_brings_back_follows_from_what_up_destroys(Operation[] up, Reversibility expected) =>
        Assert.Equal(expected, Judge(Sample.Migration(2, "Second", Sample.Steps(up), Sample.Steps())));

    [Theory]
    [InlineData(DownKind.Empty)]
    [InlineData(DownKind.Throws)]
    [InlineData(DownKind.ForwardOnly)]
    [InlineData(DownKind.Irreversible)]
    public void Without_a_down_there_is_no_way_back(DownKind kind)
    {
        var migration = Sample.Migration(2, "Second", Sample.Steps(new AddColumn(T, Sample.Text("Email"))), Sample.Steps());
        Assert.Equal(Reversibility.ForwardOnly, Judge(migration with { Scripts = Items.Of(migration.Scripts[0] with { DownKind = kind }) }));
    }

    [Fact]
    public void Who_states_that_there_is_no_way_back_has_none() => Assert.Equal(
        Reversibility.ForwardOnly,
        Judge(Sample.Migration(2, "Second", Sample.Steps(new AddColumn(T, Sample.Text("Email"))), Sample.Steps()) with { ForwardOnly = new("Because.", null) }));

    [Theory]
    [InlineData(DownKind.Empty)]
    [InlineData(DownKind.Throws)]
    [InlineData(DownKind.ForwardOnly)]
    [InlineData(DownKind.Irreversible)]
    public void Where_Up_does_nothing_there_is_nothing_to_undo_whatever_Down_and_its_author_say(DownKind kind)
    {
        var migration = Sample.Migration(2, "Second", Sample.Steps(), Sample.Steps());
        migration = migration with { Scripts = Items.Of(migration.Scripts[0] with { DownKind = kind }) };
        Assert.Equal(Reversibility.Reversible, Judge(migration));
        Assert.Equal(Reversibility.Reversible, Judge(migration with { ForwardOnly = new("Because.", null) }));
    }

    private static Reversibility Judge(Migration second) => BundleWriter.Create(Sample.Source(
        Sample.Migration(1, "First", Sample.Steps(new CreateTable(T, Items.Of(Sample.Text("Name")))), Sample.Steps(new DropTable(T))),
        second)).Manifest.Migrations[1].Reversibility;
}
