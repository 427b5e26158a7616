using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Builder.Tests.Reading;

[Collection(ReadingCollection.Name)]
public sealed class VersionTableTests
{
    private const string Migration = "[Migration(1)] public class M : Migration { public override void Up() { } public override void Down() { } }";

    private const string Members = """
        public bool OwnsSchema => false; public string SchemaName => ""; public string TableName => "history"; public string ColumnName => "version";
        public string DescriptionColumnName => "about"; public string UniqueIndexName => "ux"; public string AppliedOnColumnName => "at"; public bool CreateWithPrimaryKey => true;
        """;

    [Fact]
    public void A_class_with_the_attribute_describes_the_table_of_the_applied_versions()
    {
        using var compiled = Compiled.From($"{Migration} [FluentMigrator.Runner.VersionTableInfo.VersionTableMetaData] public class Versions : FluentMigrator.Runner.VersionTableInfo.IVersionTableMetaData {{ {Members} }}");

        Assert.Equal(
            new VersionTable("history") { VersionColumn = "version", AppliedOnColumn = "at", DescriptionColumn = "about", UniqueIndex = "ux", HasPrimaryKey = true },
            compiled.Read().Silent().VersionTable);
    }

    [Theory]
    [InlineData("public class Versions : FluentMigrator.Runner.VersionTableInfo.IVersionTableMetaData")]
    [InlineData("[FluentMigrator.Runner.VersionTableInfo.VersionTableMetaData] class Versions : FluentMigrator.Runner.VersionTableInfo.IVersionTableMetaData")]
    public void A_class_that_FluentMigrator_would_not_take_describes_none(string declaration)
    {
        using var compiled = Compiled.From($"{Migration} {declaration} {{ {Members} }}");

        Assert.Null(compiled.Read().Silent().VersionTable);
    }

    [Fact]
    public void A_class_that_wants_services_is_told_at_its_place()
    {
        using var compiled = Compiled.From($$"""
            {{Migration}}
            [FluentMigrator.Runner.VersionTableInfo.VersionTableMetaData]
            public class Versions : FluentMigrator.Runner.VersionTableInfo.IVersionTableMetaData // here
            { public Versions(IServiceProvider services) { } {{Members}} }
            """);

        var finding = Assert.Single(compiled.Read().Findings);

        Assert.Equal(("MIG9120", "Versions"), (finding.Rule, finding.Class));
    }
}
