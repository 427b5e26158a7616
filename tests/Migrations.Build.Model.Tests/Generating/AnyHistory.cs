using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Model.Tests.Generating;

/// <summary>Histories with every member filled at times.</summary>
public static class AnyHistory
{
    public static History Of(Choices c) => new(c.List(3, () => Migration(c)));

    private static Migration Migration(Choices c) => new(c.Of(0L, 1, 20260101000000, long.MaxValue), "M" + c.Below(100))
    {
        FullName = AnyPart.Text(c),
        Description = c.Chance(50) ? AnyPart.Text(c) : null,
        Kind = c.From(Enum.GetValues<MigrationKind>()),
        Transaction = c.From(Enum.GetValues<TransactionMode>()),
        BreakingChange = c.Chance(20),
        Tags = c.List(2, () => AnyPart.Text(c)),
        AnyTag = c.Chance(20),
        Occasion = c.Chance(20) ? "BeforeAll" : null,
        Rationale = c.Chance(20) ? new(AnyPart.Text(c), c.Chance(50) ? "T-1" : null, null) : null,
        ForwardOnly = c.Chance(20) ? new(AnyPart.Text(c), null) : null,
        Expectations = c.List(1, () => new Expectation("e", "select 1", AnyPart.Value(c), c.From(Enum.GetValues<ExpectationMoment>()), c.Of<DatabaseKind?>(null, DatabaseKind.Sqlite, DatabaseKind.MySql))),
        Acceptances = c.List(1, () => new Acceptance("MIG0201", AnyPart.Text(c), c.Chance(50) ? "2027-01-01" : null)),
        Touches = c.List(1, () => "orders"),
        Scripts = c.List(2, () => Script(c)),
    };

    private static Script Script(Choices c) => new(c.List(3, () => c.From(Enum.GetValues<DatabaseKind>())), Steps(c), Steps(c))
    {
        DownKind = c.From(Enum.GetValues<DownKind>()),
        DownProblem = c.Chance(20) ? AnyPart.Text(c) : null,
        UpAssumptions = c.List(1, () => new Assumption("column", AnyPart.Table(c), AnyPart.Column(c), c.Chance(50))),
        DownAssumptions = c.List(1, () => new Assumption("table", AnyPart.Table(c), null, c.Chance(50))),
    };

    private static Items<Step> Steps(Choices c) => c.List(4, () => new Step(AnyOperation.Of(c)));
}
