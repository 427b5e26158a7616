using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Tests.Generating;

/// <summary>Operations of every kind, most of which fit no schema.</summary>
public static class AnyOperation
{
    public static Items<Operation> List(Choices c)
    {
        var operations = new List<Operation>();
        while (!c.AreUsedUp)
        {
            operations.Add(Of(c));
        }

        return operations.ToItems();
    }

    public static Operation Of(Choices c) => c.Below(28) switch
    {
        0 => new CreateSchema(c.Of("crm", "dbo", "")) { Features = AnyPart.Features(c) },
        1 => new DropSchema(c.Of("crm", "public")),
        2 or 3 => new CreateTable(AnyPart.Table(c), c.List(4, () => Column(c))) { Description = c.Chance(20) ? AnyPart.Text(c) : null, IfNotExists = c.Chance(20) },
        4 => new DropTable(AnyPart.Table(c)) { IfExists = c.Chance(30) },
        5 => new RenameTable(AnyPart.Table(c), c.From(AnyPart.Tables)),
        6 => new MoveTable(AnyPart.Table(c), c.Of("crm", "public", "")),
        7 => new DescribeTable(AnyPart.Table(c), c.Chance(50) ? AnyPart.Text(c) : null),
        8 => new AddColumn(AnyPart.Table(c), Column(c)),
        9 => new AlterColumn(AnyPart.Table(c), Column(c)),
        10 => new RenameColumn(AnyPart.Table(c), AnyPart.Column(c), AnyPart.Column(c)),
        11 => new DropColumn(AnyPart.Table(c), AnyPart.Column(c)),
        12 => new SetDefault(AnyPart.Table(c), AnyPart.Column(c), AnyPart.Value(c)),
        13 => new DropDefault(AnyPart.Table(c), AnyPart.Column(c)),
        14 => new AddKey(AnyPart.Table(c), c.Of(KeyKind.Primary, KeyKind.Unique), AnyPart.Key(c)),
        15 => new DropKey(AnyPart.Table(c), c.Of(KeyKind.Primary, KeyKind.Unique), c.Chance(70) ? "UQ_1" : null) { Columns = c.List(2, () => AnyPart.Column(c)), Features = AnyPart.Features(c) },
        16 => new AddForeignKey(AnyPart.ForeignKey(c)),
        17 => new DropForeignKey(AnyPart.Table(c), "FK_" + c.Below(3)) { Described = c.Chance(50) ? AnyPart.ForeignKey(c) : null },
        18 => new CreateIndex(AnyPart.Index(c)),
        19 => new DropIndex(AnyPart.Table(c), "IX_" + c.Below(3)) { Columns = c.List(2, () => AnyPart.Column(c)), Features = AnyPart.Features(c) },
        20 => new CreateSequence(AnyPart.Sequence(c)),
        21 => new DropSequence(AnyPart.Table(c)),
        22 => new InsertRows(AnyPart.Table(c), c.List(3, () => AnyPart.Row(c))) { Features = AnyPart.Features(c) },
        23 => new UpdateRows(AnyPart.Table(c), AnyPart.Row(c).Cells, AnyPart.Row(c).Cells, c.Chance(30)),
        24 => new DeleteRows(AnyPart.Table(c), c.List(2, () => AnyPart.Row(c)), c.Chance(30)),
        25 => new RawSql(AnySql.Text(c), c.From(Enum.GetValues<SqlSource>())) { Origin = c.Chance(30) ? AnyPart.Text(c) : null },
        26 => new CodeStep("Some.Type", "Run", "some.dll") { Description = c.Chance(30) ? AnyPart.Text(c) : null },
        _ => new Opaque(AnyPart.Text(c)) { Touches = c.List(2, () => c.Of("Orders", "crm.Orders.Id", "", "..", "x.y.z.w")) },
    };

    private static Column Column(Choices c) => AnyPart.Definition(c, AnyPart.Column(c)) with
    {
        Identity = c.Chance(20),
        PrimaryKey = c.Chance(30),
        PrimaryKeyName = c.Chance(50) ? "PK_" + c.Below(3) : null,
    };
}
