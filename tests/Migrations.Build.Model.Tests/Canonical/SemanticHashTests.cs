using System.Globalization;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Model.Tests.Folding.Fixture;

namespace Migrations.Build.Model.Tests.Canonical;

public class SemanticHashTests
{
    private static readonly Migration Migration = new(1, "AddOrders") { Scripts = Items.Of(Script(CreateOrders)) };

    private static Script Script(params Operation[] up) => new(Items.Of(DatabaseKind.Sqlite), up.Select(o => new Step(o)).ToItems(), Items.Of(new Step(new DropTable(Orders))));

    private static string Hash(Migration migration, Script? script = null) => SemanticHash.Of(migration, script ?? migration.Scripts[0]);

    private static string Hash(params Operation[] up) => Hash(Migration, Script(up));

    private static TableIndex Index(params string[] features) => ByCode with { Features = features.Select(f => new Feature(f, Items.Of(Value.Of(true)))).ToItems() };

    [Fact]
    public void A_name_a_place_or_a_description_does_not_change_it()
    {
        var placed = Migration with
        {
            Class = "Renamed",
            Version = 2,
            Description = "why",
            Place = new("other.cs", 7, 1),
            Rationale = new("because", null, null),
            Scripts = Items.Of(Script(CreateOrders) with { Up = Items.Of(new Step(CreateOrders) { Place = new("x.cs", 1, 1) }) }),
        };

        Assert.Equal(Hash(Migration), Hash(placed));
    }

    [Fact]
    public void Each_effect_changes_it()
    {
        var hashes = new List<string>
        {
            Hash(Migration),
            Hash(Migration with { Transaction = TransactionMode.None }),
            Hash(CreateOrders with { Description = "x" }),
            Hash(CreateOrders, CreateLines),
            Hash(CreateLines, CreateOrders),
            Hash(CreateOrders with { Columns = CreateOrders.Columns.Reverse().ToItems() }),
            Hash(Migration, Script(CreateOrders) with { Down = Items<Step>.Empty }),
            Hash(Migration, Script(CreateOrders) with { UpAssumptions = Items.Of(new Assumption("table", Orders, null, true)) }),
            Hash(Migration, Script(CreateOrders) with { UpAssumptions = Items.Of(new Assumption("table", Orders, null, false)) }),
            Hash(Migration, Script(CreateOrders) with { DownAssumptions = Items.Of(new Assumption("table", Orders, null, true)) }),
        };

        Assert.Equal(hashes.Count, hashes.Distinct().Count());
    }

    [Fact]
    public void The_order_of_features_and_of_questions_does_not_change_it()
    {
        Script Asked(params string[] columns) => Script() with { UpAssumptions = columns.Select(c => new Assumption("column", Orders, c, true)).ToItems() };

        Assert.Equal(Hash(new CreateIndex(Index("a", "b"))), Hash(new CreateIndex(Index("b", "a"))));
        Assert.NotEqual(Hash(new CreateIndex(Index("a", "b"))), Hash(new CreateIndex(Index("a", "c"))));
        Assert.Equal(Hash(Migration, Asked("x", "y")), Hash(Migration, Asked("y", "x", "y")));
    }

    [Fact]
    public void The_line_ends_and_the_origin_of_SQL_text_do_not_change_it()
    {
        Assert.Equal(Hash(Text("select 1\nfrom x")), Hash(new RawSql("select 1\r\nfrom x", SqlSource.Embedded) { Origin = "a.sql" }));
        Assert.NotEqual(Hash(Text("select 1\nfrom x")), Hash(Text("select 1 from x")));
        Assert.NotEqual(Hash(Text("select 'a\r\nb'")), Hash(Text("select 'a\nb'")));
    }

    [Fact]
    public void What_this_toolchain_infers_does_not_change_it()
    {
        var empty = Script(CreateOrders) with { Down = Items<Step>.Empty, DownKind = DownKind.Empty };

        Assert.Equal(Hash(Migration, empty), Hash(Migration, Script(CreateOrders) with { DownKind = DownKind.Inferred }));
        Assert.NotEqual(Hash(Migration, empty), Hash(Migration, Script(CreateOrders) with { DownKind = DownKind.Written }));
    }

    [Fact]
    public void The_digest_of_the_code_stands_for_it_where_the_steps_cannot_be_read()
    {
        var opaque = Migration with { Scripts = Items.Of(Script(new Opaque("it throws"))), CodeHash = "c1:code" };

        Assert.Equal("c1:code", Hash(opaque));
        Assert.StartsWith("h1:", Hash(Migration with { CodeHash = "c1:code" }), StringComparison.Ordinal);
        Assert.False(SemanticHash.AreComparable("c1:code", Hash(Migration)));
        Assert.True(SemanticHash.AreComparable("c1:code", "c1:other"));
    }

    [Fact]
    public void The_culture_does_not_change_it()
    {
        var hash = Hash(new SetDefault(Orders, "Total", new Value(ValueKind.Decimal, "1.5")), new CreateSequence(new Sequence(Orders) { Start = -1 }));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR") { NumberFormat = { NegativeSign = "~", NumberDecimalSeparator = "," } };
            Assert.Equal(hash, Hash(new SetDefault(Orders, "Total", new Value(ValueKind.Decimal, "1.5")), new CreateSequence(new Sequence(Orders) { Start = -1 })));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void It_stays_what_it_is_from_release_to_release() =>
        Assert.Equal("h1:ba993863c1dff9508740674b6ad0719e2dbe24", Hash(Migration)[..41]);

    [Fact]
    public void Several_are_one_in_their_order()
    {
        Assert.NotEqual(SemanticHash.Combine(["a", "b"]), SemanticHash.Combine(["b", "a"]));
        Assert.NotEqual(SemanticHash.Combine(["ab"]), SemanticHash.Combine(["a", "b"]));
        Assert.Equal(64, SemanticHash.Combine([]).Length);
    }
}
