using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Tests.Reading;

[Collection(ReadingCollection.Name)]
public sealed class CodeStepTests
{
    [Fact]
    public void A_static_method_is_named_and_what_it_needs_is_packed()
    {
        using var compiled = Compiled.From("public static class Library { public static void Use() { } }");
        var library = Path.GetFileName(compiled.Assembly);
        compiled.Add("User", """
            [Migration(1)] public class M : Migration
            {
                public override void Up() => Execute.WithConnection(Work, "works");
                public override void Down() { }
                private static void Work(IDbConnection connection, IDbTransaction transaction) => Library.Use();
            }
            """);
        var migrator = typeof(FluentMigrator.Migration).Assembly.Location;
        var read = compiled.Reference(migrator).Read().Silent();
        Assert.Equal(new CodeStep("M", "Work", "User") { Description = "works" }, Assert.Single(read.Script().Up).Operation);
        Assert.Equal(new[] { "FluentMigrator.dll", "User.dll", library }.Order(StringComparer.Ordinal), read.CodeFiles.Select(f => f.Name));
        Assert.Equal(File.ReadAllBytes(compiled.Assembly), read.CodeFiles.Single(f => f.Name == "User.dll").Bytes);
    }

    [Fact]
    public void Without_a_code_step_nothing_is_packed()
    {
        using var compiled = Compiled.From("[Migration(1)] public class M : AutoReversingMigration { public override void Up() => Create.Table(\"a\").WithColumn(\"id\").AsInt32(); }");
        Assert.Empty(compiled.Read().Silent().CodeFiles);
    }

    [Theory]
    [InlineData("Execute.WithConnection((c, t) => { });")]
    [InlineData("Execute.WithConnection((c, t) => { _ = Constant + Fixed; });")]
    [InlineData("Execute.WithConnection((c, t) => { _ = _field; });")]
    [InlineData("Execute.WithConnection(Own);")]
    [InlineData("const int local = 3; Execute.WithConnection((c, t) => { _ = local; });")]
    public void Code_that_needs_nothing_from_outside_is_fine(string call)
    {
        using var compiled = Compiled.From(Source(call));
        Assert.IsType<CodeStep>(Assert.Single(compiled.Read().Silent().Script().Up).Operation);
    }

    [Theory]
    [InlineData("var local = DateTime.MinValue.Year; Execute.WithConnection((c, t) => { _ = local; });", "'local'")]
    [InlineData("var one = 1; var two = 2; Execute.WithConnection((c, t) => { _ = one + two; });", "'one' and 'two'")]
    [InlineData("var one = 1; Execute.WithConnection((c, t) => { _ = one + _field; });", "the migration itself and 'one'")]
    [InlineData("_field = \"changed\"; Execute.WithConnection((c, t) => { _ = _field; });", "'_field'")]
    [InlineData("_list.Add(\"more\"); Execute.WithConnection(Own);", "'_list'")]
    [InlineData("Action<IDbConnection, IDbTransaction> both = Own; both += Own; Execute.WithConnection(both);", "several methods in one delegate")]
    public void Code_that_needs_the_state_of_the_build_is_told_at_its_line(string call, string state)
    {
        using var compiled = Compiled.From(Source(call));
        var finding = Assert.Single(compiled.Read().Findings);
        Assert.Equal(("MIG9105", compiled.LineOf("here")), (finding.Rule, finding.Place?.Line));
        Assert.Equal(state.Split(" and ").Order(StringComparer.Ordinal), finding.Values[1].Split(" and ").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Code_that_cannot_be_awaited_is_told_at_its_line()
    {
        using var compiled = Compiled.From(Source("Execute.WithConnection(async (c, t) => await System.Threading.Tasks.Task.Yield());"));

        var finding = Assert.Single(compiled.Read().Findings);

        Assert.Equal(("MIG9119", compiled.LineOf("here"), "M.Up"), (finding.Rule, finding.Place?.Line, finding.Values[0]));
    }

    private static string Source(string call) => $$"""
        [Migration(1)] public class M : Migration
        {
            private const int Constant = 1;
            private static readonly int Fixed = 2;
            private string _field = "as made";
            private readonly List<string> _list = new() { "one" };
            public override void Up()
            {
                {{call}} // here
            }
            public override void Down() { }
            private void Own(IDbConnection connection, IDbTransaction transaction) => _ = _list;
        }
        """;
}
