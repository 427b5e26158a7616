using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Tests.Reading;

[Collection(ReadingCollection.Name)]
public sealed class NamesTests
{
    [Fact]
    public void A_foreign_key_inside_a_table_with_a_short_name_gets_its_name_from_the_convention()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : AutoReversingMigration
            {
                public override void Up()
                {
                    Create.Table("p").WithColumn("id").AsInt32().PrimaryKey();
                    Create.Table("c").WithColumn("p_id").AsInt32().ForeignKey("p", "id");
                }
            }
            """);
        var script = compiled.Read().Silent().Script();
        Assert.Equal("FK_c_p_id_p_id", script.Up.Operations().OfType<AddForeignKey>().Single().ForeignKey.Name);
        Assert.Equal("FK_c_p_id_p_id", script.Down.Operations().OfType<DropForeignKey>().Single().Name);
    }

    [Fact]
    public void What_has_no_name_has_the_one_that_FluentMigrator_gives_it()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : Migration
            {
                public override void Up()
                {
                    Create.Index().OnTable("t").OnColumn("a").Ascending().OnColumn("b").Descending();
                    Create.UniqueConstraint().OnTable("t").Column("a");
                    Create.PrimaryKey().OnTable("t").Column("b");
                    Create.Column("d").OnTable("t").AsInt32().Unique();
                }
                public override void Down() => Delete.Index().OnTable("t").OnColumn("a");
            }
            """);
        var script = compiled.Read().Silent().Script();
        Assert.Equal(["IX_t_a_b", "IX_t_d"], script.Up.Operations().OfType<CreateIndex>().Select(o => o.Index.Name));
        Assert.Equal(["UC_t_a", "PK_t_b"], script.Up.Operations().OfType<AddKey>().Select(o => o.Key.Name));
        Assert.Equal("IX_t_a", Assert.IsType<DropIndex>(Assert.Single(script.Down).Operation).Name);
    }
}
