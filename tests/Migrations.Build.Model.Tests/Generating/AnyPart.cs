using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Tests.Generating;

/// <summary>Made-up parts of operations.</summary>
public static class AnyPart
{
    public static readonly Items<string> Tables = Items.Of("Orders", "Lines", "customer", "Übersicht", "a b", "select");
    public static readonly Items<string> Columns = Items.Of("Id", "Name", "total", "größe", "order", "x");
    private static readonly Items<string> Texts = Items.Of("", "x", "it's", "\"quoted\"", "line\r\nline", "\t\u0001\u2028", "größer ≠ kleiner", "\ud83d\ude00", "\ud800", "{\"is\":\"rawSql\"}");
    private static readonly Items<string> FeatureKeys = Items.Of("Postgres:Concurrently", "SqlServer:Online", "Include", "Filter");

    public static string Text(Choices c) => c.From(Texts);

    public static TableName Table(Choices c) => new(c.Chance(10) ? c.Of("crm", "public", "dbo") : null, c.From(Tables));

    public static string Column(Choices c) => c.From(Columns);

    public static ColumnType Type(Choices c) => c.Below(6) switch
    {
        0 => new(TypeKind.Int32),
        1 => new(TypeKind.String, c.Of(10, 50, 200)),
        2 => new(TypeKind.Decimal, c.Of(10, 19), c.Of(0, 5)),
        3 => new(TypeKind.Custom, Custom: c.Of("jsonb", "varchar(20)")),
        4 => new(c.Of(TypeKind.Int64, TypeKind.Boolean, TypeKind.Guid, TypeKind.DateTime, TypeKind.AnsiString)),
        _ => new(TypeKind.String),
    };

    public static Value Value(Choices c) => c.Below(7) switch
    {
        0 => Operations.Value.Null,
        1 => Operations.Value.Of(c.Below(1000)),
        2 => Operations.Value.Of(Text(c)),
        3 => Operations.Value.Of(c.Chance(50)),
        4 => Operations.Value.Sql("now()"),
        5 => new(ValueKind.System, "NewGuid"),
        _ => new(ValueKind.Decimal, "1.50"),
    };

    public static Column Definition(Choices c, string name) => new(name, Type(c))
    {
        Nullable = c.Of<bool?>(null, true, false),
        Default = c.Chance(30) ? Value(c) : null,
        Computed = c.Chance(5) ? new Computed("1 + 1", c.Chance(50)) : null,
        Collation = c.Chance(5) ? "de_DE" : null,
        Description = c.Chance(10) ? Text(c) : null,
        Descriptions = c.Chance(5) ? Items.Of(new NamedText("de", Text(c))) : Items<NamedText>.Empty,
        Features = Features(c, 5),
    };

    public static Items<Feature> Features(Choices c, int percent = 10) =>
        c.Chance(percent) ? Items.Of(new Feature(c.From(FeatureKeys), Items.Of(Value(c)))) : Items<Feature>.Empty;

    public static Row Row(Choices c) => new(c.List(3, () => new Cell(Column(c), Value(c))));

    public static Key Key(Choices c) => new(c.Chance(80) ? "UQ_" + c.Below(4) : null, c.List(2, () => Column(c))) { Features = Features(c) };

    public static TableIndex Index(Choices c) => new("IX_" + c.Below(4), Table(c), c.List(3, () => new IndexColumn(Column(c)) { Descending = c.Chance(20) }))
    {
        Unique = c.Chance(30),
        Clustered = c.Chance(10),
        Features = Features(c),
    };

    public static ForeignKey ForeignKey(Choices c) => new("FK_" + c.Below(4), Table(c), c.List(2, () => Column(c)), Table(c), c.List(2, () => Column(c)))
    {
        OnDelete = c.From(Enum.GetValues<ForeignKeyAction>()),
        OnUpdate = c.From(Enum.GetValues<ForeignKeyAction>()),
    };

    public static Sequence Sequence(Choices c) => new(Table(c)) { Start = c.Of<long?>(null, 1, -5), Increment = c.Of<long?>(null, 2), Cache = c.Of<long?>(null, 20, long.MaxValue), Cycle = c.Chance(20) };
}
