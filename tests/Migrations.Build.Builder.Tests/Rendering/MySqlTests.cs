using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;

namespace Migrations.Build.Builder.Tests.Rendering;

public sealed class MySqlTests
{
    private const string Engine = "mysql:8.0";

    [Fact]
    public void What_the_generator_answers_with_nothing_is_refused()
    {
        Operation[] silent = [new CreateSchema("s"), new DropSchema("s"), new MoveTable(T("T"), "s"), new CreateSequence(new Sequence(T("S"))), new DropSequence(T("S"))];

        Assert.All(silent, o => Assert.Equal(("MIG9103", (Severity?)Severity.Error), (Finding(Render(Engine, o)).Rule, Finding(Render(Engine, o)).Severity)));
    }

    [Fact]
    public void A_schema_that_is_left_out_is_told()
    {
        Assert.Equal(("MIG9103", Severity.Warning, "The schema 's'"), Finding(Render(Engine, new DropTable(T("s.T")))));
        Assert.Equal("DROP TABLE `T`;", Sql(Engine, new DropTable(T("T"))));
    }

    [Fact]
    public void An_old_version_renames_a_column_with_its_definition_if_that_is_known()
    {
        var rename = new RenameColumn(T("T"), "A", "B");
        Operation table = Table("T", C("A", TypeKind.String, 20) with { Nullable = false, Default = Value.Of("x"), Description = "It's A" });

        Assert.Equal(
            "ALTER TABLE `T` CHANGE `A` `B` NVARCHAR(20) NOT NULL DEFAULT 'x' COMMENT 'It''s A';",
            Assert.Single(Render("mysql:5.7", [table], rename).Statements).Text);
        Assert.Equal(Severity.Error, Finding(Render("mysql:5.7", rename)).Severity);
        Assert.Equal("ALTER TABLE `T` RENAME COLUMN `A` TO `B`;", Sql(Engine, rename));
        Assert.Equal("ALTER TABLE `T` RENAME COLUMN `A` TO `B`;", Sql("mariadb:10.5", rename));
        Assert.Equal(Severity.Error, Finding(Render("mariadb:10.4", rename)).Severity);
    }

    [Fact]
    public void Descriptions_have_no_prefix_and_one_kind_of_line_end() =>
        Assert.Equal(
            "ALTER TABLE `T` ADD COLUMN `A` INTEGER COMMENT 'a\nUnit:kg';",
            Sql(Engine, new AddColumn(T("T"), C("A") with { Description = "a", Descriptions = Items.Of(new NamedText("Unit", "kg")) })));

    [Fact]
    public void Backslashes_are_doubled_in_texts_and_left_in_sql()
    {
        static Operation Update(Value value) => new UpdateRows(T("T"), Row("A", value).Cells, Items<Cell>.Empty, true);

        Assert.Contains(@"'a\\b'", Sql(Engine, Update(Value.Of(@"a\b"))), StringComparison.Ordinal);
        Assert.Contains(@"= 'a\nb'", Sql(Engine, Update(Value.Sql(@"'a\nb'"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12:34:56.7000000", "'12:34:56.7'")]
    [InlineData("1.02:03:04", "'26:03:04'")]
    [InlineData("-00:00:01", "'-00:00:01'")]
    public void Times_keep_fraction_sign_and_days(string time, string literal) =>
        Assert.Contains(literal, Sql(Engine, new InsertRows(T("T"), Items.Of(Row("A", new Value(ValueKind.Time, time))))), StringComparison.Ordinal);

    [Fact]
    public void A_function_as_default_is_in_parentheses_and_refused_before_8()
    {
        var guid = Table("T", C("A", TypeKind.Guid) with { Default = new(ValueKind.System, "NewGuid") });

        Assert.Contains("DEFAULT (UUID())", Sql(Engine, guid), StringComparison.Ordinal);
        Assert.Equal(Severity.Error, Finding(Render("mysql:5.7", guid)).Severity);
        Assert.EndsWith("SET DEFAULT (CURRENT_TIMESTAMP);", Sql(Engine, new SetDefault(T("T"), "A", new(ValueKind.System, "CurrentDateTime"))), StringComparison.Ordinal);
        Assert.EndsWith("DEFAULT CURRENT_TIMESTAMP", Sql("mysql:5.7", Table("T", C("A", TypeKind.DateTime) with { Default = new(ValueKind.System, "CurrentDateTime") }))[..^") ENGINE = INNODB;".Length], StringComparison.Ordinal);
    }

    [Fact]
    public void DELIMITER_stays_with_the_client_and_each_statement_goes_by_itself()
    {
        const string Script = "-- first\nSELECT 1;\nDELIMITER $$\nCREATE FUNCTION f() RETURNS INT\nBEGIN\n  SET @a = 1;\n  RETURN 1;\nEND$$\n"
            + "/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER t BEFORE INSERT ON x FOR EACH ROW SET @a = 1 */$$\nDELIMITER ;\nSELECT 2;";

        Assert.Equal(
            [
                "-- first\nSELECT 1",
                "CREATE FUNCTION f() RETURNS INT\nBEGIN\n  SET @a = 1;\n  RETURN 1;\nEND",
                "/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER t BEFORE INSERT ON x FOR EACH ROW SET @a = 1 */",
                "SELECT 2",
            ],
            Render(Engine, new RawSql(Script, SqlSource.Embedded)).Statements.Select(s => s.Text));
        Assert.Equal("SELECT 'DELIMITER $$'; SELECT 2", Sql(Engine, new RawSql("SELECT 'DELIMITER $$'; SELECT 2", SqlSource.Embedded)));
    }
}
