using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Tests.Folding;

/// <summary>Two tables and what may be said of them.</summary>
internal static class Fixture
{
    public static readonly TableName Orders = TableName.Of("Orders");
    public static readonly TableName Lines = TableName.Of("Lines");

    public static readonly CreateTable CreateOrders = new(Orders, Items.Of(
        new Column("Id", new(TypeKind.Int32)) { PrimaryKey = true, PrimaryKeyName = "PK_Orders" },
        new Column("Code", new(TypeKind.String, 20)),
        new Column("Total", new(TypeKind.Decimal, 19, 2)) { Nullable = true, Default = Value.Of(0) }));

    public static readonly CreateTable CreateLines = new(Lines, Items.Of(
        new Column("Id", new(TypeKind.Int32)) { PrimaryKey = true, PrimaryKeyName = "PK_Lines" },
        new Column("OrderId", new(TypeKind.Int32)),
        new Column("Text", new(TypeKind.String)) { Nullable = true }));

    public static readonly ForeignKey LinesToOrders = new("FK_Lines_Orders", Lines, Items.Of("OrderId"), Orders, Items.Of("Id"));

    public static readonly TableIndex ByCode = new("IX_Code", Orders, Items.Of(new IndexColumn("Code"), new IndexColumn("Total")));

    public static Schema Both(DatabaseKind kind) => After(kind, CreateOrders, CreateLines);

    public static Schema After(DatabaseKind kind, params Operation[] operations) => After(Schema.Empty(kind), operations);

    public static Schema After(Schema schema, params Operation[] operations)
    {
        foreach (var operation in operations)
        {
            var folded = Fold.Apply(schema, operation);
            Assert.Null(folded.Refusal);
            schema = folded.After;
        }

        return schema;
    }

    public static Refusal? Refusal(Schema schema, Operation operation) => Fold.Apply(schema, operation).Refusal;

    public static Table Table(this Schema schema, TableName name) => Assert.IsType<Table>(schema.Tables.Find(name));

    public static RawSql Text(string text) => new(text, SqlSource.Statement);
}
