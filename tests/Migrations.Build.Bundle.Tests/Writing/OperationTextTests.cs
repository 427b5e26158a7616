using Migrations.Build.Testing;
using System.Text;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Bundle.Tests.Writing;

public sealed class OperationTextTests
{
    private static readonly TableName T = Sample.Contacts;

    public static TheoryData<Operation, string> Cases => new()
    {
        { new CreateTable(T, Items.Of(Sample.Text("Id"), Sample.Text("Name"))), "Creates the table 'Contacts' with the columns 'Id' and 'Name'" },
        { new DropTable(T), "Removes the table 'Contacts' with all its rows" },
        { new RenameTable(T, "People"), "Renames the table 'Contacts' to 'People'" },
        { new MoveTable(T, "crm"), "Moves the table 'Contacts' to the schema 'crm'" },
        { new DescribeTable(T, "x"), "Describes the table 'Contacts'" },
        { new AddColumn(T, Sample.Text("Email")), "Adds a column 'Email' to the table 'Contacts'" },
        { new AlterColumn(T, Sample.Text("Email")), "Changes the column 'Email' of the table 'Contacts'" },
        { new DropColumn(T, "Email"), "Removes the column 'Email' of the table 'Contacts' with all its values" },
        { new RenameColumn(T, "Email", "Mail"), "Renames the column 'Email' of the table 'Contacts' to 'Mail'" },
        { new SetDefault(T, "Email", Value.Of("x")), "Gives new rows of the table 'Contacts' another usual value in the column 'Email'" },
        { new DropDefault(T, "Email"), "Takes the usual value of the column 'Email' of the table 'Contacts' away" },
        { new CreateSchema("crm"), "Creates the schema 'crm'" },
        { new DropSchema("crm"), "Removes the schema 'crm'" },
        { new CreateSequence(new(TableName.Of("Numbers"))), "Creates the number sequence 'Numbers'" },
        { new DropSequence(TableName.Of("Numbers")), "Removes the number sequence 'Numbers'" },
        { new AddKey(T, KeyKind.Primary, new("PK", Items.Of("Id"))), "Makes the column 'Id' the key of the table 'Contacts'" },
        { new AddKey(T, KeyKind.Unique, new("UC", Items.Of("Id"))), "Lets no two rows of the table 'Contacts' have the same 'Id'" },
        { new DropKey(T, KeyKind.Primary, null), "Takes the key of the table 'Contacts' away" },
        { new DropKey(T, KeyKind.Unique, "UC"), "Lets rows of the table 'Contacts' have the same values again ('UC')" },
        { new AddForeignKey(new("FK", T, Items.Of("TeamId"), TableName.Of("Teams"), Items.Of("Id"))), "Ties the column 'TeamId' of the table 'Contacts' to the table 'Teams'" },
        { new DropForeignKey(T, "FK"), "Unties the table 'Contacts' from another ('FK')" },
        { new CreateIndex(new("IX", T, Items.Of(new IndexColumn("Email")))), "Makes looking up the table 'Contacts' by 'Email' faster" },
        { new CreateIndex(new("IX", T, Items.Of(new IndexColumn("Email"))) { Unique = true }), "Lets no two rows of the table 'Contacts' have the same 'Email', and makes looking them up faster" },
        { new DropIndex(T, "IX"), "Removes the index 'IX' of the table 'Contacts'" },
        { new InsertRows(T, Items.Of(new Row(Items.Of(new Cell("Name", Value.Of("secret")))))), "Puts one row into the table 'Contacts'" },
        { new UpdateRows(T, Items.Of(new Cell("Name", Value.Of("secret"))), Items<Cell>.Empty, true), "Changes the column 'Name' in all rows of the table 'Contacts'" },
        { new UpdateRows(T, Items.Of(new Cell("Name", Value.Of("secret"))), Items.Of(new Cell("Id", Value.Of(1))), false), "Changes the column 'Name' in some rows of the table 'Contacts'" },
        { new DeleteRows(T, Items<Row>.Empty, true), "Deletes all rows of the table 'Contacts'" },
        { new DeleteRows(T, Items.Of(new Row(Items.Of(new Cell("Name", Value.Of("secret"))))), false), "Deletes some rows of the table 'Contacts'" },
        { new RawSql("update Contacts set Name = 'secret'", SqlSource.Statement), "Runs SQL of its own on the table 'Contacts'" },
        { new CodeStep("T", "M", "A") { Description = "fill slugs" }, "Runs code of its own: fill slugs" },
        { new Opaque("it throws."), "Does something that could not be read: it throws" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_operation_is_told_in_a_sentence(Operation operation, string sentence) => Assert.Equal(sentence, OperationText.Of(operation));

    [Fact]
    public void Every_kind_of_operation_has_its_sentence() => Assert.Empty(typeof(Operation).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Operation)))
        .Except(Cases.Select(c => c[0].GetType())));

    [Theory]
    [InlineData("a*b`d<e>|[f](g)", "a\\*b\\`d\\<e\\>\\|\\[f\\](g)")]
    [InlineData("_a_ created_at _", "\\_a\\_ created_at \\_")]
    [InlineData("two\nlines", "two lines")]
    public void A_name_shows_as_it_is(string name, string escaped) => Assert.Equal(escaped, Markdown.Text(name));

    [Theory]
    [InlineData("select 1", "`select 1`")]
    [InlineData("select `a``b`", "``` select `a``b` ```")]
    public void Code_gets_a_fence_that_holds(string code, string fenced) => Assert.Equal(fenced, Markdown.Code(code));

    [Fact]
    public void No_row_value_reaches_plan_or_summary()
    {
        var bundle = BundleWriter.Create(Sample.Source([.. Cases.Select((c, i) => Sample.Migration(i + 1, "M" + (i + 1), Sample.Steps((Operation)c[0]), Sample.Steps((Operation)c[0])))]));
        Assert.DoesNotContain("secret", Encoding.UTF8.GetString(bundle.Part(PartNames.Plan)!), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Encoding.UTF8.GetString(bundle.Part(PartNames.Summary)!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PartNames.Plan)]
    [InlineData(PartNames.Summary)]
    public void The_sample_reads_well(string part) =>
        Golden.Matches(part, Encoding.UTF8.GetString(BundleWriter.Create(Sample.Source()).Part(part)!));
}
