using System.Globalization;
using CsCheck;
using Migrations.Build.Builder.Rendering;
using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Tests.Rendering;

public sealed class PurityTests
{
    private static readonly string[] Targets = ["sqlite", "postgres:14", "mysql:8.0", "mariadb:10.6", "sqlserver:2019"];

    [Fact]
    public void Rendering_never_throws_and_gives_a_statement_or_a_finding() => Any.Operation.Sample(
        operation =>
        {
            foreach (var target in Targets)
            {
                var rendered = Ops.Render(target, operation);
                Assert.True(rendered.Statements.Count + rendered.Findings.Count > 0, $"{target} is silent about {operation}");
            }
        },
        seed: "0001abcdEFGH",
        iter: 1_000);

    [Fact]
    public void Rendering_for_one_database_leaves_the_others_alone()
    {
        string[] All(IEnumerable<string> targets) =>
            [.. targets.SelectMany(t => Cases.All.SelectMany(c => Ops.Render(t, [.. c.Before], [.. c.Operations]).Statements.Select(s => t + s.Text))).Order(StringComparer.Ordinal)];

        Assert.Equal(All(Targets), All(Targets.Reverse()));
    }

    [Fact]
    public void The_culture_of_the_machine_does_not_show()
    {
        var culture = CultureInfo.CurrentCulture;
        // Swedish writes a negative number with a minus sign that SQL does not know.
        CultureInfo.CurrentCulture = new CultureInfo("sv-SE");
        try
        {
            Assert.Contains("(-5000000000)", Ops.Sql("sqlserver:2019", new InsertRows(Ops.T("T"), Items.Of(Ops.Row("A", Value.Of(-5_000_000_000))))), StringComparison.Ordinal);
            Assert.Contains("INCREMENT BY -2", Ops.Sql("sqlserver:2019", new CreateSequence(new Migrations.Build.Model.Operations.Sequence(Ops.T("S")) { Increment = -2 })), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_finding_points_to_its_step_and_names_its_database()
    {
        var place = new Place("Orders.cs", 12, 5);

        var finding = Assert.Single(Renderer.Render(Ops.Target("mysql"), Schema.Empty(DatabaseKind.MySql), Items.Of(new Step(new CreateSchema("s")) { Place = place })).Findings);

        Assert.Equal((place, Items.Of(DatabaseKind.MySql)), (finding.Place, finding.Databases));
    }
}
