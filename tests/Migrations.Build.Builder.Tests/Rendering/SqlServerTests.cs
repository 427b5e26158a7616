using Microsoft.SqlServer.TransactSql.ScriptDom;
using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;

namespace Migrations.Build.Builder.Tests.Rendering;

public sealed class SqlServerTests
{
    private const string Engine = "sqlserver:2019";

    public static TheoryData<string> Names => [.. Cases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_statement_is_one_batch_that_parses(string name)
    {
        var sample = Cases.All.Single(c => c.Name == name);
        foreach (var statement in Render(Engine, [.. sample.Before], [.. sample.Operations]).Statements.Where(s => s.Kind == StatementKind.Sql))
        {
            using var text = new StringReader(statement.Text);
            var script = (TSqlScript)new TSql150Parser(true).Parse(text, out var errors);
            Assert.Empty(errors.Select(e => e.Message + " in " + statement.Text));
            Assert.Single(script.Batches);
        }
    }

    [Fact]
    public void The_parser_would_see_a_wrong_statement()
    {
        using var text = new StringReader("CREATE UNIQUE INDEX [I] ON [T] ([A] ASC) AND  [A] IS NOT NULL;");

        new TSql150Parser(true).Parse(text, out var errors);

        Assert.NotEmpty(errors);
    }

    [Fact]
    public void An_added_default_is_named_after_table_and_column()
    {
        var column = C("A") with { Default = Value.Of(1) };

        Assert.Contains("[DF_T_A]", Sql(Engine, new AddColumn(T("T"), column)), StringComparison.Ordinal);
        Assert.Contains("[DF_T_A]", Sql(Engine, Table("T", column)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_and_nulls_are_one_filter()
    {
        var index = Index("I", "T", "A") with { Unique = true, Features = Items.Of(F("SqlServerIndexColumnNullsDistinct", Value.Of(false))) };

        Assert.EndsWith(" WHERE [A] IS NOT NULL;", Sql(Engine, new CreateIndex(index)), StringComparison.Ordinal);
        Assert.EndsWith(
            " WHERE ([B] = 1) AND [A] IS NOT NULL;",
            Sql(Engine, new CreateIndex(index with { Features = index.Features.Add(F("SqlServerIndexFilter", Value.Of("[B] = 1"))) })),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_is_not_made_numbered_but_altered_otherwise()
    {
        Assert.Equal(("MIG9103", Severity.Error, "The change of column 'T.A'"), Finding(Render(Engine, new AlterColumn(T("T"), C("A") with { Identity = true }))));
        Assert.Equal("ALTER TABLE [dbo].[T] ALTER COLUMN [A] INT;", Sql(Engine, new AlterColumn(T("T"), C("A"))));
    }

    [Fact]
    public void A_restated_default_stays_out_of_the_change_of_a_column() =>
        Assert.Equal("ALTER TABLE [dbo].[T] ALTER COLUMN [A] INT;", Sql(Engine, new AlterColumn(T("T"), C("A") with { Default = Value.Of("GETDATE()") })));

    [Fact]
    public void A_seed_that_the_generator_cannot_write_is_refused()
    {
        static Column Numbered(long seed) => Id with { Features = Items.Of(F("SqlServerIdentityIncrement", Value.Of(2)), F("SqlServerIdentitySeed", Value.Of(seed))) };

        Assert.Contains("IDENTITY(5,2)", Sql(Engine, Table("T", Numbered(5))), StringComparison.Ordinal);
        Assert.Equal(Severity.Error, Finding(Render(Engine, Table("T", Numbered(5_000_000_000)))).Severity);
    }

    [Fact]
    public void A_quotation_mark_in_a_name_that_goes_into_a_text_is_refused()
    {
        Assert.Equal(Severity.Error, Finding(Render(Engine, new DropColumn(T("T"), "it's"))).Severity);
        Assert.Equal("ALTER TABLE [dbo].[T] ADD [it's] INT;", Sql(Engine, new AddColumn(T("T"), C("it's"))));
    }

    [Fact]
    public void A_long_fraction_becomes_a_type_that_every_time_column_takes()
    {
        static Operation Insert(string time) => new InsertRows(T("T"), Items.Of(Row("A", new Value(ValueKind.DateTime, time))));

        Assert.Contains("('2024-01-02T03:04:05.123')", Sql(Engine, Insert("2024-01-02T03:04:05.1230000")), StringComparison.Ordinal);
        Assert.Contains("(CAST('2024-01-02T03:04:05.1234' AS DATETIME2))", Sql(Engine, Insert("2024-01-02T03:04:05.1234000")), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_with_given_numbers_are_inserted_in_one_batch_each()
    {
        var rows = new InsertRows(T("T"), Items.Of(Row("Id", Value.Of(1)), Row("Id", Value.Of(2)))) { Features = Items.Of(F("SqlServerIdentityInsert", Value.Of(true))) };

        var statements = Render(Engine, rows).Statements;

        Assert.Equal(2, statements.Count);
        Assert.All(statements, s => Assert.Matches("^SET IDENTITY_INSERT .* ON;INSERT .*;SET IDENTITY_INSERT .* OFF;$", s.Text));
    }

    [Fact]
    public void Overriding_the_system_value_means_identity_insert_here() =>
        Assert.StartsWith(
            "SET IDENTITY_INSERT [dbo].[T] ON;",
            Sql(Engine, new InsertRows(T("T"), Items.Of(Row("Id", Value.Of(1)))) { Features = Items.Of(F("PostgresOverridingIdentityValues", Value.Of("System"))) }),
            StringComparison.Ordinal);

    [Fact]
    public void A_text_that_looks_like_a_function_is_told()
    {
        Assert.Equal(Severity.Info, Finding(Render(Engine, Table("T", C("A", TypeKind.String) with { Default = Value.Of("now()") }))).Severity);
        Assert.Empty(Render(Engine, Table("T", C("A", TypeKind.String) with { Default = Value.Of("now") })).Findings);
    }

    [Fact]
    public void Sparse_storage_is_rendered_for_nullable_columns_and_told_for_others()
    {
        var column = C("A") with { Features = Items.Of(F("SqlServerSparseColumn", Value.Of(true))) };

        Assert.Contains("SPARSE", Sql(Engine, Table("T", column)), StringComparison.Ordinal);
        Assert.Equal(Severity.Info, Finding(Render(Engine, Table("T", column with { Nullable = false }))).Severity);
    }

    [Fact]
    public void A_script_without_go_stays_as_it_is()
    {
        Assert.Equal("SELECT 1;  -- GO\n\n\nSELECT 2", Sql(Engine, new RawSql("SELECT 1;  -- GO\r\n\r\n\r\nSELECT 2", SqlSource.Statement)));
        Assert.Equal(["SELECT 1", "SELECT 2"], Render(Engine, new RawSql("SELECT 1\r\nGO\r\nSELECT 2", SqlSource.Statement)).Statements.Select(s => s.Text));
    }

    [Fact]
    public void A_value_keeps_its_line_ends_in_a_script_with_go()
    {
        var batches = Render(Engine, new RawSql("SELECT 'a\r\nb\rc\nd'\r\nGO\r\nSELECT 2\r\n, 3", SqlSource.Statement)).Statements.Select(s => s.Text);

        Assert.Equal(["SELECT 'a\r\nb\rc\nd'", "SELECT 2\n, 3"], batches);
    }
}
