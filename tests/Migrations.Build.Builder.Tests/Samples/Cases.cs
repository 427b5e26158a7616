using Migrations.Build.Model;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;

namespace Migrations.Build.Builder.Tests.Samples;

/// <summary>Every operation, in the situations in which generators differ.</summary>
internal static class Cases
{
    private static readonly Operation[] Shop =
    [
        Table("Customers", Id, C("Name", TypeKind.String, 80), C("Email", TypeKind.String, 200), C("Balance", TypeKind.Decimal)),
        Table("Orders", Id, C("CustomerId"), C("Total", TypeKind.Decimal), C("At", TypeKind.DateTime)),
        new CreateIndex(Index("IX_Orders_At", "Orders", "At")),
        new AddKey(T("Customers"), KeyKind.Unique, new Key("UC_Customers_Email", Items.Of("Email"))),
        Table("Values", [.. Enumerable.Range(0, 16).Select(i => C("V" + i, TypeKind.String))]),
    ];

    private static readonly Operation[] Referring =
        [.. Shop, new AddForeignKey(Key("FK_Orders_Customers", "Orders", "CustomerId", "Customers"))];

    public static Items<Case> All { get; } =
        TableCases.Concat(ColumnCases).Concat(KeyCases).Concat(IndexCases).Concat(RowCases).Concat(OtherCases).ToItems();

    private static IEnumerable<Case> TableCases =>
    [
        New("table", Table("Things", Id, C("Name", TypeKind.String), C("Fixed", TypeKind.StringFixedLength, 3) with { Nullable = false })),
        New("table with every type", Table("Types", [.. TypeColumns])),
        New("table with a date and an offset", Table("Offsets", C("At", TypeKind.DateTimeOffset))),
        New("table with xml", Table("Documents", C("Body", TypeKind.Xml))),
        New("table with defaults", Table("Defaults", [.. DefaultColumns])),
        New("table with a made key and a user", Table("Keys", C("Key", TypeKind.Guid) with { Default = new(ValueKind.System, "NewGuid") })),
        New("table with a composite key", Table("Pairs", Part("A"), Part("B"))),
        New("table with computed columns", Table("Sums", C("A"), C("B") with { Computed = new("1 + 1", true) }, C("D") with { Computed = new("1 + 2", false) })),
        New("table with descriptions", Described),
        New("table in a schema", new CreateSchema("sales"), Table("sales.Things", C("Id"))),
        New("table with foreign keys", Table("Trees", Id, C("Parent"), C("CustomerId")), new AddForeignKey(Key("FK_Trees", "Trees", "Parent", "Trees") with { OnDelete = ForeignKeyAction.Cascade, OnUpdate = ForeignKeyAction.SetNull })),
        New("table with a key added later", Table("Late", C("A") with { Nullable = false }), new AddKey(T("Late"), KeyKind.Primary, new Key("PK_Late", Items.Of("A")))),
        On("drop table", new DropTable(T("Orders"))),
        On("drop table if exists", new DropTable(T("Orders")) { IfExists = true }),
        On("drop table of a schema if exists", new DropTable(T("sales.Orders")) { IfExists = true }),
        On("rename table", new RenameTable(T("Orders"), "Purchases")),
        On("describe table", new DescribeTable(T("Orders"), "What a customer's order is")),
        On("move table", new CreateSchema("sales"), new MoveTable(T("Orders"), "sales")),
    ];

    private static IEnumerable<Case> ColumnCases =>
    [
        On("add column", new AddColumn(T("Orders"), C("Note", TypeKind.String, 100))),
        On("add column with a default", new AddColumn(T("Orders"), C("Paid", TypeKind.Boolean) with { Nullable = false, Default = Value.Of(false) })),
        On("add column with a description", new AddColumn(T("Orders"), C("Note", TypeKind.String) with { Description = "It's a note", Descriptions = Items.Of(new NamedText("Owner", "Sales")) })),
        On("add column with the time", new AddColumn(T("Orders"), C("Made", TypeKind.DateTime) with { Default = new(ValueKind.System, "CurrentUTCDateTime") })),
        On("add computed column", new AddColumn(T("Orders"), C("Twice", TypeKind.Decimal) with { Computed = new("1 * 2", true) })),
        On("add column and foreign key", new AddColumn(T("Orders"), C("ParentId")), new AddForeignKey(Key("FK_Orders_Parent", "Orders", "ParentId", "Orders"))),
        New("add primary key column", Table("Bare", C("A")), new AddColumn(T("Bare"), Id)),
        On("alter column", new AlterColumn(T("Orders"), C("Total", TypeKind.Int64) with { Nullable = false, Description = "The total" })),
        On("alter column without nullability", new AlterColumn(T("Customers"), C("Name", TypeKind.String, 200) with { Nullable = null })),
        On("set default", new SetDefault(T("Orders"), "Total", new(ValueKind.Decimal, "1.50"))),
        On("set default to the time", new SetDefault(T("Orders"), "At", new(ValueKind.System, "CurrentDateTime"))),
        On("drop default", new DropDefault(T("Orders"), "Total")),
        On("drop column", new DropColumn(T("Orders"), "Total")),
        On("drop column of an index", new DropColumn(T("Orders"), "At")),
        On("rename column", new RenameColumn(T("Orders"), "Total", "Sum")),
    ];

    private static IEnumerable<Case> KeyCases =>
    [
        On("add foreign key", new AddForeignKey(Key("FK_Orders_Customers", "Orders", "CustomerId", "Customers"))),
        new("drop foreign key", Items.Of(Referring), Items.Of<Operation>(new DropForeignKey(T("Orders"), "FK_Orders_Customers"))),
        On("add unique", new AddKey(T("Orders"), KeyKind.Unique, new Key("UC_Orders", Items.Of("CustomerId", "At")))),
        On("drop unique", new DropKey(T("Customers"), KeyKind.Unique, "UC_Customers_Email")),
        New("add primary key", Table("Plain", C("A") with { Nullable = false }), new InsertRows(T("Plain"), Items.Of(Row("A", Value.Of(1)))), new AddKey(T("Plain"), KeyKind.Primary, new Key("PK_Plain", Items.Of("A")))),
        On("drop primary key", new DropKey(T("Orders"), KeyKind.Primary, "PK_Orders")),
    ];

    private static IEnumerable<Case> IndexCases =>
    [
        On("index", new CreateIndex(Index("IX_Two", "Orders", "CustomerId", "Total") with { Columns = Items.Of(new IndexColumn("CustomerId"), new IndexColumn("Total") { Descending = true }) })),
        On("unique index", new CreateIndex(Index("UX_Name", "Customers", "Name") with { Unique = true })),
        On("clustered index", new CreateIndex(Index("CX_Name", "Customers", "Name") with { Clustered = true })),
        On("postgres index", new CreateIndex(Index("IX_Pg", "Customers", "Name") with { Features = PostgresFeatures })),
        On("postgres filtered unique index", new CreateIndex(Index("UX_Pg", "Customers", "Name") with { Unique = true, Features = Items.Of(F("PostgresIndexFilter", Value.Of("\"Id\" > 1"))) })),
        On("postgres unique index with nulls not distinct", new CreateIndex(Index("UX_Nulls", "Customers", "Name") with { Unique = true, Features = Items.Of(F("PostgresIndexColumnNullsDistinct", Value.Of(false))) })),
        On("sql server index", new CreateIndex(Index("IX_Ms", "Customers", "Name") with { Features = SqlServerFeatures })),
        On("sql server unique index, filtered, without nulls", new CreateIndex(Index("UX_Ms", "Customers", "Name") with { Unique = true, Features = Items.Of(F("SqlServerIndexFilter", Value.Of("[Id] > 1")), F("SqlServerIndexColumnNullsDistinct", Value.Of(false))) })),
        On("mysql index", new CreateIndex(Index("IX_My", "Customers", "Balance") with { Features = Items.Of(F("MySqlIndexType", Value.Of("Hash"))) })),
        On("drop index", new DropIndex(T("Orders"), "IX_Orders_At")),
    ];

    private static IEnumerable<Case> RowCases =>
    [
        On("insert", new InsertRows(T("Customers"), Items.Of(Row(("Name", Value.Of("O'Neil")), ("Email", Value.Null)), Row("Name", Value.Of("b\\c"))))),
        On("insert with identity", new InsertRows(T("Customers"), Items.Of(Row(("Id", Value.Of(7)), ("Name", Value.Of("x"))))) { Features = Items.Of(F("SqlServerIdentityInsert", Value.Of(true))) }),
        On("insert every kind of value", new InsertRows(T("Values"), Items.Of(Row([.. Values.Select((v, i) => ("V" + i, v))])))),
        On("update", new UpdateRows(T("Customers"), Row("Name", Value.Of("y")).Cells, Row(("Email", Value.Null), ("Id", Value.Of(1))).Cells, false)),
        On("update all rows", new UpdateRows(T("Customers"), Row("Balance", Value.Sql("\"Balance\" + 1")).Cells, Items<Cell>.Empty, true)),
        On("delete", new DeleteRows(T("Customers"), Items.Of(Row("Id", Value.Of(1)), Row("Name", Value.Null)), false)),
        On("delete all rows", new DeleteRows(T("Orders"), Items<Row>.Empty, true)),
    ];

    private static IEnumerable<Case> OtherCases =>
    [
        New("sequence", new CreateSequence(new Sequence(T("Numbers")) { Start = 10, Increment = 2, Minimum = 1, Maximum = 100, Cache = 20, Cycle = true })),
        New("plain sequence", new CreateSequence(new Sequence(T("Plain")) { Cache = 1 })),
        New("drop sequence", new CreateSequence(new Sequence(T("Gone"))), new DropSequence(T("Gone"))),
        New("schema", new CreateSchema("sales"), new DropSchema("sales")),
        On("raw sql", new RawSql("UPDATE Orders SET Total = 1;\r\nDELETE FROM Orders;", SqlSource.Statement)),
        New("batches", new RawSql("SELECT 1;\nGO\nSELECT 'GO';\nGO 2\n-- the end\nSELECT 3;", SqlSource.Script)),
        New("code", new CodeStep("My.Migration", "Fill", "My.Assembly")),
        New("opaque", new Opaque("the value is not known")),
    ];

    private static IEnumerable<Column> TypeColumns =>
        new[]
        {
            TypeKind.AnsiString, TypeKind.AnsiStringFixedLength, TypeKind.Binary, TypeKind.Boolean, TypeKind.Byte, TypeKind.Currency, TypeKind.Date,
            TypeKind.DateTime, TypeKind.DateTime2, TypeKind.Decimal, TypeKind.Double, TypeKind.Guid, TypeKind.Int16, TypeKind.Int32, TypeKind.Int64,
            TypeKind.Single, TypeKind.String, TypeKind.StringFixedLength, TypeKind.Time,
        }.Select(kind => C("The" + kind, kind)).Append(new("TheCustom", new(TypeKind.Custom, Custom: "integer")));

    private static IEnumerable<Column> DefaultColumns =>
    [
        C("Text", TypeKind.String, 20) with { Default = Value.Of("it's") },
        C("Truth", TypeKind.Boolean) with { Default = Value.Of(true) },
        C("Number", TypeKind.Decimal) with { Default = new(ValueKind.Decimal, "1.50") },
        C("At", TypeKind.DateTime2) with { Default = new(ValueKind.DateTime, "2024-02-29T12:34:56.1234567") },
        C("Now", TypeKind.DateTime) with { Default = new(ValueKind.System, "CurrentDateTime") },
        C("Utc", TypeKind.DateTime) with { Default = new(ValueKind.System, "CurrentUTCDateTime") },
        C("Nothing", TypeKind.String, 20) with { Default = Value.Null },
    ];

    private static IEnumerable<Value> Values =>
    [
        Value.Of("é'\\"), new(ValueKind.AnsiText, "a"), Value.Of(true), Value.Of(long.MinValue), new(ValueKind.Integer, "18446744073709551615"),
        new(ValueKind.Decimal, "-1.230"), new(ValueKind.Single, "0.1"), new(ValueKind.Double, "1E+300"), new(ValueKind.DateTime, "2024-02-29T12:34:56.1200000"),
        new(ValueKind.DateTimeOffset, "2024-02-29T12:34:56.0000000+02:00"), new(ValueKind.Date, "2024-02-29"), new(ValueKind.Time, "12:34:56.7000000"),
        new(ValueKind.Guid, "0f8fad5b-d9cb-469f-a165-70867728950e"), new(ValueKind.Binary, "00ff"), Value.Sql("1 + 1"), Value.Null,
    ];

    private static Items<Feature> PostgresFeatures => Items.Of(
        F("PostgresConcurrently", Value.Of(true)),
        F("PostgresFillFactor", Value.Of(80)),
        F("PostgresIncludes", Value.Of("Email"), Value.Of("Balance")),
        F("PostgresIndexFilter", Value.Of("\"Id\" > 1")));

    private static Items<Feature> SqlServerFeatures => Items.Of(
        F("SqlServerDataCompression", Value.Of("PAGE")),
        F("SqlServerIncludes", Value.Of("Email"), Value.Of("Balance")),
        F("SqlServerIndexFilter", Value.Of("[Id] > 1")),
        F("SqlServerOnlineIndex", Value.Of(true)));

    private static CreateTable Described => Table(
        "Told",
        C("A") with { Description = "The first" },
        C("B") with { Description = "The 'second'", Descriptions = Items.Of(new NamedText("Unit", "kg")) }) with { Description = "It's told" };

    private static Column Part(string name) => C(name) with { Nullable = false, PrimaryKey = true, PrimaryKeyName = "PK_Pairs" };

    private static Case New(string name, params Operation[] operations) => new(name, Items<Operation>.Empty, Items.Of(operations));

    private static Case On(string name, params Operation[] operations) => new(name, Items.Of(Shop), Items.Of(operations));
}
