using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;

namespace Migrations.Build.Builder.Tests.Rendering;

public sealed class ForeignFeatureTests
{
    [Theory]
    [InlineData("sqlite", "PostgresIndexFilter")]
    [InlineData("mysql:8.0", "SqlServerIndexFilter")]
    [InlineData("postgres:14", "SqlServerIndexFilter")]
    [InlineData("sqlserver:2019", "PostgresIndexFilter")]
    public void A_lost_filter_is_an_error_on_a_unique_index_and_an_info_on_another(string target, string key)
    {
        static CreateIndex Filtered(string key, bool unique) => new(Index("I", "T", "A") with { Unique = unique, Features = Items.Of(F(key, Value.Of("x > 1"))) });

        Assert.Equal(("MIG9103", Severity.Error, $"The feature '{key}' of index 'I'"), Finding(Render(target, Filtered(key, unique: true))));
        Assert.Equal(Severity.Info, Finding(Render(target, Filtered(key, unique: false))).Severity);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("mysql:8.0")]
    [InlineData("postgres:14")]
    public void A_lost_filter_of_a_unique_constraint_is_an_error(string target) =>
        Assert.Equal(Severity.Error, Finding(Render(target, new AddKey(T("T"), KeyKind.Unique, new Key("U", Items.Of("A")) { Features = Items.Of(F("SqlServerUniqueConstraintFilter", Value.Of("x"))) }))).Severity);

    [Fact]
    public void Nulls_are_distinct_by_themselves_everywhere_but_on_sql_server()
    {
        static CreateIndex Nulls(bool distinct) => new(Index("I", "T", "A") with { Unique = true, Features = Items.Of(F("PostgresIndexColumnNullsDistinct", Value.Of(distinct))) });

        Assert.Empty(Render("sqlite", Nulls(true)).Findings);
        Assert.Equal(Severity.Error, Finding(Render("sqlite", Nulls(false))).Severity);
        Assert.Empty(Render("sqlserver:2019", Nulls(false)).Findings);
        Assert.Equal(Severity.Error, Finding(Render("sqlserver:2019", Nulls(true))).Severity);
    }

    [Fact]
    public void A_seed_is_missed_and_one_of_one_is_not()
    {
        static CreateTable Seeded(int seed) => Table("T", Id with { Features = Items.Of(F("SqlServerIdentitySeed", Value.Of(seed))) });

        Assert.Equal(Severity.Warning, Finding(Render("postgres:14", Seeded(100))).Severity);
        Assert.Empty(Render("postgres:14", Seeded(1)).Findings);
    }

    [Fact]
    public void A_feature_that_nobody_knows_is_told()
    {
        var index = new CreateIndex(Index("I", "T", "A") with { Features = Items.Of(F("AcmeShiny", Value.Of("yes"))) });

        Assert.Equal(("MIG9103", Severity.Warning, "The feature 'AcmeShiny' of index 'I'"), Finding(Render("postgres:14", index)));
    }

    [Fact]
    public void The_primary_key_of_an_altered_column_is_missed_unless_it_is_there()
    {
        var alter = new AlterColumn(T("T"), C("A", TypeKind.Int64) with { PrimaryKey = true });

        Assert.Equal(Severity.Warning, Finding(Render("mysql:8.0", [Table("T", C("A"))], alter)).Severity);
        Assert.Empty(Render("mysql:8.0", [Table("T", C("A") with { PrimaryKey = true })], alter).Findings);
    }

    [Fact]
    public void A_second_primary_key_is_refused()
    {
        var add = new AddColumn(T("T"), C("B") with { Identity = true, PrimaryKey = true });

        Assert.EndsWith("PRIMARY KEY;", Render("mysql:8.0", [Table("T", C("A"))], add).Statements[0].Text, StringComparison.Ordinal);
        Assert.Equal(Severity.Error, Finding(Render("mysql:8.0", [Table("T", Id)], add)).Severity);
    }
}
