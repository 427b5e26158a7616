using CsCheck;
using FluentMigrator;
using Migrations.Build.Builder.Features;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;
using Raw = Migrations.Build.Model.Operations.RawSql;
using Sequence = Migrations.Build.Model.Operations.Sequence;

namespace Migrations.Build.Builder.Tests.Samples;

/// <summary>Any operation that an expression of FluentMigrator can stand for.</summary>
internal static class Any
{
    private static readonly Gen<string> Name = Gen.OneOfConst("A", "B", "Order", "order items", "Prüfung", "x'y", "a\"b");
    private static readonly Gen<TableName> Table = Gen.Select(Gen.OneOfConst<string?>(null, "dbo", "sales"), Name, (s, n) => new TableName(s, n));
    private static readonly Gen<Value> Value = Gen.OneOf(Constant(), Gen.OneOfConst(Enum.GetNames<SystemMethods>()).Select(n => new Value(ValueKind.System, n)));
    private static readonly Gen<Items<string>> Names = Name.Array[1, 3].Select(n => n.Distinct().ToItems());
    private static readonly Gen<Items<Cell>> Cells = Gen.Select(Name, Value, (n, v) => new Cell(n, v)).Array[1, 4].Select(c => c.ToItems());
    private static readonly Gen<Column> Column = Columns();
    private static readonly Gen<ForeignKey> Key = Keys();

    public static Gen<Operation> Operation { get; } = Gen.OneOf(Tables(), ColumnChanges(), KeyChanges(), Rows(), Others());

    private static Gen<Value> Constant() => Gen.OneOf(
        Gen.Const(Model.Operations.Value.Null),
        Gen.String.Select(Model.Operations.Value.Of),
        Gen.String.Select(t => new Value(ValueKind.AnsiText, t)),
        Gen.String.Select(Model.Operations.Value.Sql),
        Gen.OneOf<object>(Gen.Bool.Cast(), Gen.Int.Cast(), Gen.Long.Cast(), Gen.ULong.Cast(), Gen.Decimal.Cast(), Gen.Float.Where(float.IsFinite).Cast(), Gen.Double.Where(double.IsFinite).Cast())
            .Select(Builder.Reading.Expressions.ValueReader.Read),
        Gen.OneOf<object>(Gen.DateTime.Cast(), Gen.DateTimeOffset.Cast(), Gen.DateOnly.Cast(), Gen.TimeOnly.Cast(), Gen.TimeSpan.Cast(), Gen.Guid.Cast(), Gen.Byte.Array.Cast())
            .Select(Builder.Reading.Expressions.ValueReader.Read));

    private static Gen<object> Cast<T>(this Gen<T> gen) => gen.Select(v => (object)v!);

    private static Gen<ColumnType> Types() => Gen.OneOf(
        Gen.Select(Gen.OneOfConst(Enum.GetValues<TypeKind>().Where(k => k != TypeKind.Custom).ToArray()), Gen.Int[1, 99].Nullable(), Gen.Int[0, 9].Nullable(), (k, s, p) => new ColumnType(k, s, p)),
        Name.Select(n => new ColumnType(TypeKind.Custom, Custom: n)));

    private static Gen<Column> Columns() => Gen.Select(
        Gen.Select(Name, Types(), Gen.Bool.Nullable(), Gen.OneOf(Gen.OneOfConst<Value?>(null, null), Value.Select(v => (Value?)v))),
        Gen.Select(Gen.Bool, Gen.Bool, Optional(), Gen.Bool.Nullable()),
        Gen.Select(Optional(), Optional(), Name.Array[0, 2], Features("PostgresIdentity", "SqlServerIdentityS", "SqlServerSparse")),
        (a, b, c) => new Column(a.Item1, a.Item2)
        {
            Nullable = a.Item3,
            Default = a.Item4,
            Identity = b.Item1,
            PrimaryKey = b.Item2,
            PrimaryKeyName = b.Item3,
            Computed = b.Item4 is { } stored ? new Computed("1 + 1", stored) : null,
            Collation = c.Item1,
            Description = c.Item2,
            Descriptions = c.Item3.Distinct().Select(n => new NamedText(n, "text")).ToItems(),
            Features = c.Item4,
        });

    private static Gen<string?> Optional() => Gen.OneOf(Gen.OneOfConst<string?>(null, null), Name.Select(n => (string?)n));

    /// <summary>Known features, each with a value of its own shape, in the order in which they are read.</summary>
    private static Gen<Items<Feature>> Features(params string[] prefixes) =>
        Gen.Shuffle(FeatureBook.All.Where(f => prefixes.Any(p => f.Key.StartsWith(p, StringComparison.Ordinal))).ToArray(), 0, 3)
            .Select(known => known.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new Feature(f.Key, FeatureValues.Of(f.Key))).ToItems());

    private static Gen<Operation> Tables() => Gen.OneOf<Operation>(
        Gen.Select(Table, Column.Array[1, 4], Optional(), (t, c, d) => (Operation)new CreateTable(t, c.ToItems()) { Description = d }),
        Gen.Select(Table, Name, (t, d) => (Operation)new DescribeTable(t, d)),
        Gen.Select(Table, Gen.Bool, (t, e) => (Operation)new DropTable(t) { IfExists = e }),
        Gen.Select(Table, Name, (t, n) => (Operation)new RenameTable(t, n)),
        Gen.Select(Table, Name, (t, s) => (Operation)new MoveTable(t, s)));

    private static Gen<Operation> ColumnChanges() => Gen.OneOf<Operation>(
        Gen.Select(Table, Column, (t, c) => (Operation)new AddColumn(t, c)),
        Gen.Select(Table, Column, (t, c) => (Operation)new AlterColumn(t, c)),
        Gen.Select(Table, Name, (t, c) => (Operation)new DropColumn(t, c)),
        Gen.Select(Table, Name, Name, (t, c, n) => (Operation)new RenameColumn(t, c, n)),
        Gen.Select(Table, Name, Value, (t, c, v) => (Operation)new SetDefault(t, c, v)),
        Gen.Select(Table, Name, (t, c) => (Operation)new DropDefault(t, c)));

    private static Gen<ForeignKey> Keys() => Gen.Select(
        Gen.Select(Name, Table, Names, Table, Names),
        Gen.Enum<ForeignKeyAction>(),
        Gen.Enum<ForeignKeyAction>(),
        (k, delete, update) => new ForeignKey(k.Item1, k.Item2, k.Item3, k.Item4, k.Item5) { OnDelete = delete, OnUpdate = update });

    private static Gen<Operation> KeyChanges() => Gen.OneOf<Operation>(
        Gen.Select(Table, Gen.Enum<KeyKind>(), Optional(), Names, Features("SqlServerUnique", "SqlServerConstraint"), (t, k, n, c, f) => (Operation)new AddKey(t, k, new Key(n, c) { Features = f })),
        Gen.Select(Table, Gen.Enum<KeyKind>(), Optional(), Names, (t, k, n, c) => (Operation)new DropKey(t, k, n) { Columns = c }),
        Key.Select(k => (Operation)new AddForeignKey(k)),
        Gen.Select(Key, Gen.Bool, (k, described) => (Operation)new DropForeignKey(k.Table, k.Name) { Described = described ? k : null }),
        Gen.Select(Gen.Select(Name, Table, IndexColumns()), Gen.Bool, Gen.Bool, Features("PostgresIndex", "PostgresI", "SqlServerI", "MySql"), (i, u, c, f) =>
            (Operation)new CreateIndex(new TableIndex(i.Item1, i.Item2, i.Item3) { Unique = u, Clustered = c, Features = f })),
        Gen.Select(Table, Name, Names, (t, n, c) => (Operation)new DropIndex(t, n) { Columns = c }));

    private static Gen<Items<IndexColumn>> IndexColumns() =>
        Gen.Select(Name, Gen.Bool, Features("PostgresNulls", "PostgresIndexColumn"), (n, d, f) => new IndexColumn(n) { Descending = d, Features = f }).Array[1, 3].Select(c => c.ToItems());

    private static Gen<Operation> Rows() => Gen.OneOf<Operation>(
        Gen.Select(Table, Cells.Array[1, 3], Features("SqlServerIdentityInsert", "PostgresOverriding"), (t, r, f) =>
            (Operation)new InsertRows(t, r.Select(c => new Row(c)).ToItems()) { Features = f }),
        Gen.Select(Table, Cells, Cells, Gen.Bool, (t, s, w, all) => (Operation)new UpdateRows(t, s, all ? Items<Cell>.Empty : w, all)),
        Gen.Select(Table, Cells.Array[1, 3], Gen.Bool, (t, w, all) => (Operation)new DeleteRows(t, all ? Items<Row>.Empty : w.Select(c => new Row(c)).ToItems(), all)));

    private static Gen<Operation> Others() => Gen.OneOf<Operation>(
        Gen.Select(Name, Features("SqlServerSchema"), (n, f) => (Operation)new CreateSchema(n) { Features = f }),
        Name.Select(n => (Operation)new DropSchema(n)),
        Gen.Select(Table, Gen.Long.Nullable(), Gen.Long.Nullable(), Gen.Bool, (t, a, b, c) =>
            (Operation)new CreateSequence(new Sequence(t) { Increment = a, Minimum = b, Maximum = a, Start = b, Cache = a, Cycle = c })),
        Table.Select(t => (Operation)new DropSequence(t)),
        Name.Select(n => (Operation)new Raw("SELECT " + n + ";\nGO", SqlSource.Statement)));
}
