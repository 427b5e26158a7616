using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Tests.Rules;

/// <summary>A migration as a test says it: its steps stand on lines of their own, Up from line 10 and Down from line 50.</summary>
internal sealed record Draft(long Version, params Operation[] Ups)
{
    private DownKind? Kind { get; init; }

    private string? Problem { get; init; }

    private Operation[] Downs { get; init; } = [];

    private Migration Extra { get; init; } = new(Version, "M" + Version);

    private Assumption[] Asked { get; init; } = [];

    private Dictionary<DatabaseKind, Operation[]> Special { get; init; } = [];

    public Draft Down(params Operation[] operations) => this with { Downs = operations };

    public Draft DownIs(DownKind kind, string? problem = null) => this with { Kind = kind, Problem = problem };

    public Draft ForwardOnly(string why) => this with { Extra = Extra with { ForwardOnly = new(why, null) } };

    public Draft Accept(string rule, string reason = "tried on a copy", string? until = null) =>
        this with { Extra = Extra with { Acceptances = Extra.Acceptances.Add(new(rule, reason, until)) } };

    public Draft Touches(params string[] touches) => this with { Extra = Extra with { Touches = Items.Of(touches) } };

    public Draft Named(string name) => this with { Extra = Extra with { Class = name, FullName = name } };

    public Draft Breaking() => this with { Extra = Extra with { BreakingChange = true } };

    public Draft Tagged(params string[] tags) => this with { Extra = Extra with { Tags = Items.Of(tags) } };

    public Draft Runs(MigrationKind kind, string occasion) => this with { Extra = Extra with { Kind = kind, Occasion = occasion } };

    /// <summary>Says more of the class.</summary>
    public Draft Said(Func<Migration, Migration> said) => this with { Extra = said(Extra) };

    public Draft Asks(params Assumption[] assumptions) => this with { Asked = assumptions };

    /// <summary>Does something else on one database.</summary>
    public Draft On(DatabaseKind database, params Operation[] ups) => this with { Special = new(Special) { [database] = ups } };

    public Migration Finish(IEnumerable<DatabaseKind> databases) => Extra with
    {
        Place = new("M.cs", 5, 1),
        DownPlace = new("M.cs", 40, 1),
        Scripts = databases.Select(Script).ToItems(),
    };

    private Script Script(DatabaseKind database) => new(Items.Of(database), Steps(Special.GetValueOrDefault(database, Ups), 10), Steps(Downs, 50))
    {
        DownKind = Kind ?? (Downs.Length == 0 ? DownKind.Empty : DownKind.Written),
        DownProblem = Problem,
        UpAssumptions = Items.Of(Asked),
    };

    private static Items<Step> Steps(Operation[] operations, int line) =>
        operations.Select((o, i) => new Step(o) { Place = new("M.cs", line + i, 1) }).ToItems();
}
