using Microsoft.CodeAnalysis;

namespace Migrations.Build.Builder.Tests.Reading;

[Collection(ReadingCollection.Name)]
public sealed class PlaceTests
{
    private const string Source = """
        public abstract class Template : Migration
        {
            public override void Up()
            {
                Create.Table("base").WithColumn("id").AsInt32();
                Apply();
            }
            public override void Down() { }
            protected abstract void Apply();
            protected void Shared(string table) => Delete.Table(table);
        }
        public static class Helper
        {
            public static void Drop(Migration migration, string table)
            {
                migration.Delete.Table(table); // helper
            }
        }
        [Migration(1)] public class M : Template
        {
            protected override void Apply()
            { // class
                Create.Table("one") // one
                    .WithColumn("id").AsInt32()
                    .WithColumn("n").AsInt32().Unique();
                Shared("two"); // two
                Helper.Drop(this, "three"); // three
                foreach (var name in new[] { "four", "five" })
                {
                    Delete.Table(name); // loop
                }

                new List<int> { 1 }.ForEach(i =>
                    Execute.Sql($"SELECT {i}")); // lambda
            }
            public override void Down()
            { // down
                Delete.Table("one"); // back
            }
        }
        """;

    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public void Each_step_knows_the_line_of_the_call_that_made_it(OptimizationLevel level)
    {
        using var compiled = Compiled.From(Source, level);
        var script = compiled.Read("sqlite", "postgres").Silent().Script();
        int[] expected = [.. new[] { "one", "one", "two", "three", "loop", "loop", "lambda" }.Select(compiled.LineOf)];
        // The base class made the first table without the migration's own class in between: a finding about it stands at the class.
        Assert.Null(script.Up[0].Place);
        Assert.Equal(expected, script.Up.Skip(1).Select(s => s.Place!.Line));
        Assert.All(script.Up.Skip(1), s => Assert.Equal(Compiled.File, s.Place!.File));
        Assert.Equal(compiled.LineOf("back"), Assert.Single(script.Down).Place!.Line);
    }

    [Fact]
    public void A_class_is_at_its_first_method_and_Down_at_its_own()
    {
        using var compiled = Compiled.From(Source);
        var migration = compiled.Read().One();
        Assert.Equal((compiled.LineOf("class"), compiled.LineOf("down")), (migration.Place!.Line, migration.DownPlace!.Line));
    }

    [Fact]
    public void A_reversed_step_is_at_the_line_of_what_it_reverses()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : AutoReversingMigration
            {
                public override void Up()
                {
                    Create.Table("a").WithColumn("id").AsInt32(); // first
                    Rename.Table("a").To("b"); // second
                }
            }
            """);
        Assert.Equal(
            [compiled.LineOf("second"), compiled.LineOf("first")],
            compiled.Read().Silent().Script().Down.Select(s => s.Place!.Line));
    }

    [Fact]
    public void Without_symbols_everything_is_read_and_no_place_is_known()
    {
        using var compiled = Compiled.From(Source);
        File.Delete(Path.ChangeExtension(compiled.Assembly, ".pdb"));
        var migration = compiled.Read().Silent().One();
        Assert.Equal(8, migration.Scripts[0].Up.Count);
        Assert.Null(migration.Place ?? migration.Scripts[0].Up[0].Place);
    }

    [Fact]
    public void Symbols_inside_the_assembly_are_read_too()
    {
        using var compiled = Compiled.From("public class C { }");
        compiled.Embed("Embedded", Source);
        Assert.Equal(compiled.LineOf("one"), compiled.Read().One().Scripts[0].Up[1].Place!.Line);
    }

    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public void The_last_call_of_a_method_is_at_its_own_line(OptimizationLevel level)
    {
        using var compiled = Compiled.From(
            """
            [Migration(1)] public class M : Migration
            {
                public override void Up()
                {
                    Create.Index("ix_kind").OnTable("goods").OnColumn("kind"); // index
                    Create.Column("note").OnTable("goods").AsString(10).Nullable(); // column

                    Execute.Sql("UPDATE goods SET kind = 'x'"); // sql
                }
                public override void Down() { }
            }
            """,
            level);

        Assert.Equal(new[] { "index", "column", "sql" }.Select(w => (int?)compiled.LineOf(w)), compiled.Read().Silent().Script().Up.Select(s => s.Place?.Line));
    }
}
