using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;

namespace Migrations.Build.Builder.Tests.Rendering;

public sealed class PostgresTests
{
    private const string Engine = "postgres:14";

    [Fact]
    public void A_schema_is_not_lost_where_a_missing_table_is_no_error()
    {
        Assert.Equal("DROP TABLE IF EXISTS \"s\".\"T\";", Sql(Engine, new DropTable(T("s.T")) { IfExists = true }));
        Assert.Equal("DROP TABLE IF EXISTS \"public\".\"T\";", Sql(Engine, new DropTable(T("T")) { IfExists = true }));
    }

    [Theory]
    [InlineData("postgres:12", "uuid_generate_v4()", 1)]
    [InlineData("postgres:13", "gen_random_uuid()", 0)]
    public void A_new_guid_needs_an_extension_only_before_13(string target, string function, int findings)
    {
        var rendered = Render(target, Table("T", C("A", TypeKind.Guid) with { Default = new(ValueKind.System, "NewGuid") }));

        Assert.Contains(function, rendered.Statements[0].Text, StringComparison.Ordinal);
        Assert.Equal(findings, rendered.Findings.Count);
    }

    [Fact]
    public void That_nulls_are_not_distinct_is_rendered_from_15_on_and_refused_before()
    {
        var index = new CreateIndex(Index("I", "T", "A") with { Unique = true, Features = Items.Of(F("PostgresIndexColumnNullsDistinct", Value.Of(false))) });

        Assert.Equal(("MIG9103", Severity.Error, "The new index 'I' of table 'T'"), Finding(Render(Engine, index)));
        Assert.EndsWith("NULLS NOT DISTINCT;", Sql("postgres:15", index), StringComparison.Ordinal);
    }

    [Fact]
    public void A_virtual_computed_column_is_stored_and_told()
    {
        Assert.Equal(Severity.Info, Finding(Render(Engine, Table("T", C("A") with { Computed = new("1", false) }))).Severity);
        Assert.Empty(Render(Engine, Table("T", C("A") with { Computed = new("1", true) })).Findings);
    }

    [Fact]
    public void The_expression_of_a_computed_column_is_not_changed_in_silence()
    {
        Assert.Equal(Severity.Error, Finding(Render(Engine, new AlterColumn(T("T"), C("A") with { Computed = new("1", true) }))).Severity);
        Assert.Empty(Render(Engine, new AlterColumn(T("T"), C("A"))).Findings);
    }

    [Fact]
    public void Identity_insert_overrides_the_systems_value()
    {
        var rows = new InsertRows(T("T"), Items.Of(Row("Id", Value.Of(1))));

        Assert.Contains(" OVERRIDING SYSTEM VALUE ", Sql(Engine, rows with { Features = Items.Of(F("SqlServerIdentityInsert", Value.Of(true))) }), StringComparison.Ordinal);
        Assert.DoesNotContain("OVERRIDING", Sql(Engine, rows), StringComparison.Ordinal);
    }

    [Fact]
    public void Included_columns_are_refused_before_11()
    {
        var index = new CreateIndex(Index("I", "T", "A") with { Features = Items.Of(F("PostgresIncludes", Value.Of("B"))) });

        Assert.Equal(Severity.Error, Finding(Render("postgres:10", index)).Severity);
        Assert.Contains("INCLUDE (\"B\")", Sql("postgres:11", index), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cache_of_one_is_no_cache()
    {
        Assert.Equal("CREATE SEQUENCE \"S\" CACHE 1;", Sql(Engine, new CreateSequence(new Sequence(T("S")) { Cache = 1 })));
        Assert.Equal("CREATE SEQUENCE \"S\" CACHE 9;", Sql(Engine, new CreateSequence(new Sequence(T("S")) { Cache = 9 })));
        Assert.Equal(Severity.Error, Finding(Render(Engine, new CreateSequence(new Sequence(T("S")) { Cache = -1 }))).Severity);
    }

    [Fact]
    public void Times_keep_their_fraction()
    {
        static Operation Insert(string time) => new InsertRows(T("T"), Items.Of(Row("A", new Value(ValueKind.DateTime, time))));

        Assert.Contains("'2024-01-02T03:04:05.123456'", Sql(Engine, Insert("2024-01-02T03:04:05.1234560")), StringComparison.Ordinal);
        Assert.Contains("'2024-01-02T03:04:05'", Sql(Engine, Insert("2024-01-02T03:04:05.0000000")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ByDefault", "BY DEFAULT")]
    [InlineData("Always", "ALWAYS")]
    public void A_kind_of_numbering_is_rendered_as_it_is_said(string kind, string words)
    {
        var column = C("B") with { Nullable = false, Identity = true, Features = Items.Of(F("PostgresIdentityGeneration", Value.Of(kind)), F("PostgresIdentityModificationType", Value.Of("Add"))) };

        Assert.Contains($"\"B\" integer NOT NULL GENERATED {words} AS IDENTITY", Sql(Engine, Table("T", C("A"), column)), StringComparison.Ordinal);
        Assert.Contains($"\"B\" integer NOT NULL GENERATED {words} AS IDENTITY", Sql(Engine, new AddColumn(T("T"), column)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TypeKind.String, TypeKind.Int32, "TYPE integer USING \"A\"::integer, ALTER")]
    [InlineData(TypeKind.String, TypeKind.Decimal, "TYPE decimal(19,5) USING \"A\"::decimal(19,5), ALTER")]
    [InlineData(TypeKind.Boolean, TypeKind.Int16, "TYPE smallint USING \"A\"::integer::smallint, ALTER")]
    [InlineData(TypeKind.Int32, TypeKind.Int64, "TYPE bigint, ALTER")]
    [InlineData(TypeKind.Int32, TypeKind.String, "TYPE text, ALTER")]
    public void A_change_of_type_says_its_cast_where_there_is_none_by_itself(TypeKind from, TypeKind to, string expected) => Assert.Contains(
        expected, Assert.Single(Render(Engine, [Table("T", C("A", from))], new AlterColumn(T("T"), C("A", to) with { Nullable = false })).Statements).Text, StringComparison.Ordinal);

    [Fact]
    public void An_old_default_goes_before_a_cast_and_comes_back_after_it()
    {
        Operation table = Table("T", C("A", TypeKind.String, 20) with { Default = Value.Of("7") });
        var alter = new AlterColumn(T("T"), C("A"));

        Assert.Equal(
            [
                "ALTER TABLE \"public\".\"T\" ALTER \"A\" DROP DEFAULT;",
                "ALTER TABLE \"public\".\"T\" ALTER \"A\" TYPE integer USING \"A\"::integer, ALTER \"A\" DROP NOT NULL;",
                "ALTER TABLE \"public\".\"T\" ALTER \"A\" SET DEFAULT ('7')::integer;",
            ],
            Render(Engine, [table], alter).Statements.Select(s => s.Text));
        Assert.Equal(2, Render(Engine, [table], alter with { Column = alter.Column with { Default = Value.Of(8) } }).Statements.Count);
    }
}
