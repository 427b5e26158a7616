using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

[Collection(PackedPackage.Name)]
public sealed class Resources(Feed feed)
{
    [Fact]
    public void A_release_alone_reads_embedded_scripts_and_resources_and_a_build_may_follow_in_the_same_breath()
    {
        using var consumer = new Consumer(feed, properties: "<RootNamespace>Shop</RootNamespace>", items: """<EmbeddedResource Include="Sql/*.sql" />""")
            .With("Sql/Init.sql", "CREATE TABLE goods (id INTEGER PRIMARY KEY);")
            .With("Texts.resx", """<root><resheader name="resmimetype"><value>text/microsoft-resx</value></resheader><resheader name="version"><value>2.0</value></resheader><resheader name="reader"><value>System.Resources.ResXResourceReader, System.Windows.Forms</value></resheader><resheader name="writer"><value>System.Resources.ResXResourceWriter, System.Windows.Forms</value></resheader><data name="Table"><value>offers</value></data></root>""")
            .With("Init.cs", """
                using FluentMigrator;

                namespace Shop;

                [Migration(1, "the goods that we sell")]
                public class Init : Migration
                {
                    public override void Up() => Execute.EmbeddedScript("Shop.Sql.Init.sql");

                    public override void Down() => Delete.Table("goods");
                }

                [Migration(2, "what is offered of them")]
                public class Offers : AutoReversingMigration
                {
                    public override void Up() => Create.Table(new System.Resources.ResourceManager("Shop.Texts", typeof(Init).Assembly).GetString("Table")!).WithColumn("id").AsInt32().PrimaryKey();
                }
                """);

        consumer.Build("-t:MigrationsRelease").Succeeded();
        var released = File.ReadAllText(Path.Combine(consumer.Folder, "migrations.lock.json"));
        Assert.Contains("Init", released, StringComparison.Ordinal);
        Assert.Contains("Offers", released, StringComparison.Ordinal);

        consumer.Build("-t:MigrationsRelease;Build").Succeeded();
        Assert.Contains("\"offers\"", consumer.Schema, StringComparison.Ordinal);
    }
}
