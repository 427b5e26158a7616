using FluentMigrator;
using FluentMigrator.Builder.Create.Index;
using FluentMigrator.MySql;
using FluentMigrator.Postgres;
using FluentMigrator.SqlServer;
using Migrations.Build.Builder.Features;
using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;

namespace Migrations.Build.Builder.Tests.Reading.Expressions;

public sealed class FeatureTests
{
    [Fact]
    public void An_index_of_postgres_is_read_with_all_that_was_said()
    {
        var read = Index(Written.Operations(m =>
        {
            var options = m.Create.Index("I").OnTable("T").OnColumn("A").Descending().NullsFirst().WithOptions().Unique().WithOptions();
            PostgresExtensions.Include(PostgresExtensions.Filter(options, "x > 1"), "B");
            PostgresExtensions.Include(options, "C");
            PostgresExtensions.UsingBTree(options.AsConcurrently()).Fillfactor(80);
        }));

        Assert.Equal(
            Items.Of(
                F("PostgresConcurrently", Value.Of(true)),
                F("PostgresFillFactor", Value.Of(80)),
                F("PostgresIncludes", Value.Of("B"), Value.Of("C")),
                F("PostgresIndexAlgorithm", Value.Of("BTree")),
                F("PostgresIndexFilter", Value.Of("x > 1"))),
            read.Features);
        Assert.Equal(Items.Of(F("PostgresNulls", Value.Of("First"))), read.Columns[0].Features);
        Assert.True(read.Columns[0].Descending && read.Unique);
    }

    [Fact]
    public void An_index_of_sql_server_is_read_with_all_that_was_said()
    {
        var read = Index(Written.Operations(m => m.Create.Index("I").OnTable("T").OnColumn("A").Ascending()
            .WithOptions().Clustered().WithOptions().WithDataCompression(DataCompressionType.Page).Online()));

        Assert.Equal(Items.Of(F("SqlServerDataCompression", Value.Of("PAGE")), F("SqlServerOnlineIndex", Value.Of(true))), read.Features);
        Assert.True(read.Clustered);
    }

    [Fact]
    public void Identities_are_read_with_their_numbers()
    {
        var read = Assert.IsType<CreateTable>(Assert.Single(Written.Operations(m => m.Create.Table("T")
            .WithColumn("A").AsInt32().Identity(5, 2)
            .WithColumn("B").AsInt64().Identity(PostgresGenerationType.ByDefault)
            .WithColumn("C").AsInt64().Identity())));

        Assert.Equal(Items.Of(F("SqlServerIdentityIncrement", Value.Of(2)), F("SqlServerIdentitySeed", Value.Of(5))), read.Columns[0].Features);
        Assert.Equal(Items.Of(F("PostgresIdentityGeneration", Value.Of("ByDefault")), F("PostgresIdentityModificationType", Value.Of("Add"))), read.Columns[1].Features);
        Assert.Empty(read.Columns[2].Features);
    }

    [Fact]
    public void The_kind_of_an_index_of_mysql_is_read() =>
        Assert.Equal(
            Items.Of(F("MySqlIndexType", Value.Of("Hash"))),
            Index(Written.Operations(m => FluentMigrator.MySql.MySqlExtensions.UsingHash(m.Create.Index("I").OnTable("T").OnColumn("A").Ascending().WithOptions()))).Features);

    [Fact]
    public void A_key_that_nobody_knows_is_kept_by_its_text()
    {
        var features = FeatureBook.Read(new Dictionary<string, object> { ["Acme"] = 1.5, ["Nothing"] = null! });

        Assert.Equal(Items.Of(F("Acme", Value.Of("1.5"))), features);
    }

    [Fact]
    public void Every_key_that_the_extensions_name_is_known()
    {
        var keys = new[] { typeof(PostgresExtensions), typeof(SqlServerExtensions), typeof(MySqlExtensions) }
            .SelectMany(t => t.GetFields().Where(f => f.IsStatic && f.FieldType == typeof(string)).Select(f => (string)f.GetValue(null)!)
                .Concat(t.GetProperties().Where(p => p.PropertyType == typeof(string)).Select(p => (string)p.GetValue(null)!)))
            .Where(k => k.StartsWith("Postgres", StringComparison.Ordinal) || k.StartsWith("SqlServer", StringComparison.Ordinal) || k.StartsWith("MySql", StringComparison.Ordinal))
            .ToList();

        Assert.True(keys.Count > 30);
        Assert.Empty(keys.Where(k => FeatureBook.Find(k) is null));
    }

    private static TableIndex Index(List<Operation> operations) => Assert.IsType<CreateIndex>(Assert.Single(operations)).Index;
}
