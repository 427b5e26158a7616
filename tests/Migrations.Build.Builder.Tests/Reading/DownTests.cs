using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Tests.Reading;

[Collection(ReadingCollection.Name)]
public sealed class DownTests
{
    [Fact]
    public void A_migration_that_reverses_itself_has_its_steps_from_last_to_first()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : AutoReversingMigration
            {
                public override void Up() { Create.Table("a").WithColumn("id").AsInt32(); Create.Index("ix").OnTable("a").OnColumn("id"); Rename.Table("a").To("b"); }
            }
            """);
        var script = compiled.Read().Silent().Script();
        Assert.Equal(DownKind.Reversed, script.DownKind);
        Assert.Equal([typeof(RenameTable), typeof(DropIndex), typeof(DropTable)], script.Down.Operations().Select(o => o.GetType()));
    }

    [Fact]
    public void A_foreign_key_that_is_brought_back_points_the_way_it_did()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : AutoReversingMigration
            {
                public override void Up() => IfDatabase("PostgreSQL").Delete.ForeignKey().FromTable("child").InSchema("c").ForeignColumns("a", "b").ToTable("parent").PrimaryColumns("x", "y");
            }
            """);
        var key = Assert.IsType<AddForeignKey>(Assert.Single(compiled.Read("postgres").Silent().Script(DatabaseKind.Postgres).Down).Operation).ForeignKey;
        Assert.Equal(("FK_child_a_b_parent_x_y", new TableName("c", "child"), TableName.Of("parent")), (key.Name, key.Table, key.Referenced));
        Assert.Equal(["a", "b"], key.Columns);
        Assert.Equal(["x", "y"], key.ReferencedColumns);
    }

    [Theory]
    [InlineData("Alter.Column(\"n\").OnTable(\"t\").AsInt64();", "AlterColumn")]
    [InlineData("Create.Table(\"a\").WithColumn(\"id\").AsInt32(); Create.Sequence(\"s\");", "CreateSequence")]
    [InlineData("Alter.Table(\"t\").AddColumn(\"n\").AsInt32().NotNullable().SetExistingRowsTo(0);", "UpdateData")]
    [InlineData("IfDatabase(\"SQLite\").Execute.Sql(\"SELECT 1\");", "ExecuteSqlStatement SELECT 1")]
    [InlineData("IfDatabase(\"SQLite\").Delete.Table(\"t\");", "DeleteTable t")]
    public void What_cannot_be_reversed_is_named(string up, string operation)
    {
        using var compiled = Compiled.From($$"""[Migration(1)] public class M : AutoReversingMigration { public override void Up() { {{up}} } }""");
        var script = compiled.Read().Silent().Script();
        Assert.Equal((DownKind.Irreversible, 0), (script.DownKind, script.Down.Count));
        Assert.StartsWith($"FluentMigrator cannot reverse '{operation}", script.DownProblem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_kinds_of_Down_are_told_apart()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class Forward : ForwardOnlyMigration { public override void Up() => Execute.Sql("SELECT 1"); }
            [Migration(2)] public class Throwing : Migration { public override void Up() { } public override void Down() => throw new NotSupportedException("Never back."); }
            [Migration(3)] public class Nothing : Migration { public override void Up() { } public override void Down() { } }
            [Migration(4)] public class Written : Migration { public override void Up() { } public override void Down() => Execute.Sql("SELECT 1"); }
            """);
        var scripts = compiled.Read().Silent().History.Migrations.Select(m => m.Scripts[0]).ToList();
        Assert.Equal([DownKind.ForwardOnly, DownKind.Throws, DownKind.Empty, DownKind.Written], scripts.Select(s => s.DownKind));
        Assert.Equal([null, "NotSupportedException, Never back", null, null], scripts.Select(s => s.DownProblem));
    }

    [Fact]
    public void A_migration_that_adds_to_its_own_reversal_keeps_all_of_it()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : AutoReversingMigration
            {
                public override void Up() => Create.Table("a").WithColumn("id").AsInt32();
                public override void GetDownExpressions(IMigrationContext context) { base.GetDownExpressions(context); context.Expressions.Add(new FluentMigrator.Expressions.ExecuteSqlStatementExpression { SqlStatement = "SELECT 1" }); }
            }
            """);
        Assert.Equal([typeof(DropTable), typeof(RawSql)], compiled.Read().Silent().Script().Down.Operations().Select(o => o.GetType()));
    }
}
