using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Tests.Generating;

namespace Migrations.Build.Model.Tests.Schemas;

public class CatalogTests
{
    private static readonly Dialect Sqlite = Dialect.Of(DatabaseKind.Sqlite);

    [Fact]
    public void Whatever_comes_and_goes_it_holds_what_a_sorted_dictionary_holds() => Law.Holds(
        c => Enumerable.Range(0, 400).Select(_ => (Name: "t" + c.Below(300), Stays: c.Chance(70), Columns: c.Below(3))).ToArray(),
        changes =>
        {
            var (catalog, expected) = (Catalog<Table>.Empty(Sqlite), new SortedDictionary<string, Table>(StringComparer.OrdinalIgnoreCase));
            foreach (var (name, stays, columns) in changes)
            {
                var table = new Table(TableName.Of(name), Items<Column>.Empty) { Description = columns.ToString(System.Globalization.CultureInfo.InvariantCulture) };
                var before = catalog.Count;
                var after = stays ? catalog.With(table) : catalog.Without(table.Name);
                Assert.Equal(before, catalog.Count);
                catalog = after;
                _ = stays ? expected[name] = table : expected.Remove(name) ? table : null;
            }

            Assert.Equal(expected.Values, catalog);
            Assert.Equal(expected.Count, catalog.Count);
            Assert.All(expected.Keys, n => Assert.NotNull(catalog.Find(TableName.Of(n.ToUpperInvariant()))));
            Assert.All(Enumerable.Range(0, catalog.Count), i => Assert.Same(catalog.ElementAt(i), catalog[i]));
            Assert.True(catalog.Equals(expected.Values.Reverse().Aggregate(Catalog<Table>.Empty(Sqlite), (made, t) => made.With(t))));
            Assert.Null(catalog.Find(TableName.Of("none")));
        },
        cases: 200,
        decisions: 1200);
}
