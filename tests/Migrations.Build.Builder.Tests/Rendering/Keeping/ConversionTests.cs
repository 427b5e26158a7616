using CsCheck;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;

namespace Migrations.Build.Builder.Tests.Rendering.Keeping;

/// <summary>A column changes its type and back: every value is what it was, and of the storage class that it had.</summary>
public sealed class ConversionTests
{
    private static readonly string[] Values =
    [
        "NULL", "0", "7", "-1", "9007199254740993", "9223372036854775807", "-9223372036854775808", "4611686018427387904", "1.0", "0.1 + 0.2", "-0.0", "1e300", "9e999", "-9e999", "1e15", "9.2e18",
        "1e-320", "''", "' '", "'x'", "'7'", "'007'", "'7.0'", "' 7'", "'7 '", "'1e3'", "'0x10'", "'Inf'", "'1e999'", "'-0'", "'9223372036854775808'", "'9007199254740993.0'", "'Ä'",
        "X''", "X'37'", "X'00FF'", "x'3030'",
    ];

    private static readonly ColumnType[] Types =
    [
        new(TypeKind.String), new(TypeKind.AnsiString, 5), new(TypeKind.Binary, 50), new(TypeKind.Boolean), new(TypeKind.Byte), new(TypeKind.Int32), new(TypeKind.Int64),
        new(TypeKind.Decimal, 10, 2), new(TypeKind.Currency), new(TypeKind.Double), new(TypeKind.Single), new(TypeKind.DateTime), new(TypeKind.Date), new(TypeKind.Time), new(TypeKind.Guid),
        .. new[] { "", "ANY", "INT", "REAL", "DOUBLE PRECISION", "CHARINT", "FLOATING POINT", "CLOB", "VARCHAR(7)", "BLOB", "NUMERIC", "DATE", "STRING" }.Select(t => new ColumnType(TypeKind.Custom) { Custom = t }),
    ];

    [Fact]
    public void Every_value_comes_back_from_every_type_to_every_other()
    {
        foreach (var (from, to) in Types.SelectMany(from => Types.Select(to => (from, to))))
        {
            var (had, has, migration) = Back(from, [to, from]);
            using (migration)
            {
                Assert.True(had.SequenceEqual(has), $"{Name(from)} to {Name(to)} had\n{string.Join('\n', had.Except(has))}\nhas\n{string.Join('\n', has.Except(had))}");
            }
        }
    }

    [Fact]
    public void Every_value_comes_back_over_several_types() => Gen.Int[0, Types.Length - 1].Array[2, 5].Sample(
        way =>
        {
            var types = way.Select(i => Types[i]).ToArray();
            var (had, has, migration) = Back(types[0], [.. types[1..], types[0]]);
            using (migration)
            {
                Assert.True(had.SequenceEqual(has), $"{string.Join(" to ", types.Select(Name))} had\n{string.Join('\n', had.Except(has))}\nhas\n{string.Join('\n', has.Except(had))}");
            }
        },
        iter: 30);

    [Theory]
    [InlineData(TypeKind.String, TypeKind.AnsiString)]
    [InlineData(TypeKind.Int32, TypeKind.Decimal)]
    [InlineData(TypeKind.Int32, TypeKind.Binary)]
    [InlineData(TypeKind.String, TypeKind.Binary)]
    public void Where_no_value_can_change_nothing_is_kept(TypeKind from, TypeKind to)
    {
        using var migration = Changed(new(from), [new(to)]);

        Assert.DoesNotContain(migration.Rendered.Keeps, k => k.Way == Direction.Up);
        Assert.True(migration.Rendered.KeepsAll);
    }

    private static (IReadOnlyList<string> Had, IReadOnlyList<string> Has, KeptMigration Migration) Back(ColumnType from, ColumnType[] types)
    {
        var migration = Changed(from, types[..^1]);
        migration.File.Run($"INSERT INTO t (V) VALUES {string.Join(", ", Values.Select(v => $"({v})"))}");
        var had = Rows(migration);
        migration.Up();
        Assert.Equal("", migration.DownLeaving());
        return (had, Rows(migration), migration);
    }

    private static KeptMigration Changed(ColumnType from, ColumnType[] types) => new(
        [Table("t", Id, C("V") with { Type = from })], [.. types.Select(t => new AlterColumn(T("t"), C("V") with { Type = t }))]);

    private static IReadOnlyList<string> Rows(KeptMigration migration) => migration.File.Rows("t", columns: "Id, typeof(V), quote(V), printf('%.17g', V)");

    private static string Name(ColumnType type) => type.Custom is { } own ? $"'{own}'" : type.Kind.ToString();
}
