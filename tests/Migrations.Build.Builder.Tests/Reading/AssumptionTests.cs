using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Tests.Reading;

[Collection(ReadingCollection.Name)]
public sealed class AssumptionTests
{
    private const string Earlier = """
        [Migration(1)] public class Earlier : Migration
        {
            public override void Up()
            {
                Create.Table("t").WithColumn("id").AsInt32().PrimaryKey("pk_t").WithColumn("n").AsInt32().WithDefaultValue(1);
                Create.Index("ix_t").OnTable("t").OnColumn("n").Ascending();
                Create.UniqueConstraint("uq_t").OnTable("t").Column("n");
                IfDatabase("PostgreSQL").Create.Sequence("s");
                IfDatabase("PostgreSQL").Create.Schema("extra");
            }
            public override void Down() => Delete.Table("t");
        }
        """;

    [Theory]
    [InlineData("Schema.Table(\"t\")", "table", "t", null, true)]
    [InlineData("Schema.Table(\"u\")", "table", "u", null, false)]
    [InlineData("Schema.Table(\"VersionInfo\")", "table", "VersionInfo", null, true)]
    [InlineData("Schema.Table(\"t\").Column(\"n\")", "column", "t", "n", true)]
    [InlineData("Schema.Table(\"t\").Column(\"m\")", "column", "t", "m", false)]
    [InlineData("Schema.Table(\"t\").Index(\"ix_t\")", "index", "t", "ix_t", true)]
    [InlineData("Schema.Table(\"t\").Index(\"ix\")", "index", "t", "ix", false)]
    [InlineData("Schema.Table(\"t\").Constraint(\"uq_t\")", "constraint", "t", "uq_t", true)]
    [InlineData("Schema.Table(\"t\").Constraint(\"pk_t\")", "constraint", "t", "pk_t", true)]
    [InlineData("Schema.Table(\"t\").Constraint(\"fk\")", "constraint", "t", "fk", false)]
    [InlineData("Schema.Schema(\"public\").Sequence(\"s\")", "sequence", "public.s", null, true)]
    [InlineData("Schema.Sequence(\"r\")", "sequence", "r", null, false)]
    [InlineData("Schema.Schema(\"extra\")", "schema", "extra", null, true)]
    [InlineData("Schema.Schema(\"other\")", "schema", "other", null, false)]
    [InlineData("Schema.Schema(\"public\").Table(\"t\")", "table", "public.t", null, true)]
    [InlineData("Schema.Schema(\"extra\").Table(\"t\")", "table", "extra.t", null, false)]
    public void A_question_is_answered_from_the_history_and_noted(string question, string subject, string table, string? name, bool exists)
    {
        using var compiled = Compiled.From(Earlier + $$"""
            [Migration(2)] public class M : Migration
            {
                public override void Up() { if ({{question}}.Exists()) Execute.Sql("SELECT 1"); }
                public override void Down() { }
            }
            """);
        var script = compiled.Read("postgres").History.Migrations[1].For(DatabaseKind.Postgres)!;
        var name2 = table.Split('.') is [var schema, var bare] ? new TableName(schema, bare) : TableName.Of(table);
        Assert.Equal(new Assumption(subject, name2, name, exists), Assert.Single(script.UpAssumptions));
        Assert.Equal(exists ? 1 : 0, script.Up.Count);
    }

    [Fact]
    public void What_the_same_Up_made_is_not_there_yet_and_Down_sees_it()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : Migration
            {
                public override void Up() { Create.Table("a").WithColumn("id").AsInt32(); if (Schema.Table("a").Exists()) Execute.Sql("SELECT 1"); }
                public override void Down() { if (Schema.Table("a").Exists()) Delete.Table("a"); }
            }
            """);
        var script = compiled.Read().Silent().Script();
        Assert.Equal((1, 1), (script.Up.Count, script.Down.Count));
        Assert.Equal([false, true], [script.UpAssumptions[0].Exists, script.DownAssumptions[0].Exists]);
    }

    [Fact]
    public void Each_database_answers_from_its_own_history()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class A : Migration
            {
                public override void Up() => IfDatabase("SQLite").Create.Table("a").WithColumn("id").AsInt32();
                public override void Down() { }
            }
            [Migration(2)] public class B : Migration
            {
                public override void Up() { if (!Schema.Table("a").Exists()) Create.Table("a").WithColumn("id").AsInt32(); }
                public override void Down() { }
            }
            """);
        var scripts = compiled.Read("sqlite", "postgres").Silent().History.Migrations[1].Scripts;
        Assert.Equal([(0, true), (1, false)], scripts.Select(s => (s.Up.Count, s.UpAssumptions[0].Exists)));
    }

    [Fact]
    public void A_question_asked_twice_is_noted_once_and_no_question_is_no_assumption()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : Migration
            {
                public override void Up() { _ = Schema.Table("a").Exists(); _ = Schema.Table("a").Exists(); }
                public override void Down() { }
            }
            """);
        var script = compiled.Read().Script();
        Assert.Equal((1, 0), (script.UpAssumptions.Count, script.DownAssumptions.Count));
    }

    [Fact]
    public void A_profile_asks_about_the_schema_after_the_last_migration()
    {
        using var compiled = Compiled.From("""
            [Profile("Demo")] public class P : Migration
            {
                public override void Up() { if (Schema.Table("z").Exists()) Insert.IntoTable("z").Row(new { id = 1 }); }
                public override void Down() { }
            }
            [Migration(9)] public class M : AutoReversingMigration { public override void Up() => Create.Table("z").WithColumn("id").AsInt32(); }
            """);
        Assert.Single(compiled.Read().Silent().History.Migrations[1].Scripts[0].Up);
    }
}
