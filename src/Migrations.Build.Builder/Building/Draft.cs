using FluentMigrator;
using Migrations.Build.Builder.Reading;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Inverting;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.Builder.Building;

/// <summary>An assembly as read, checked and rendered, before anything is written.</summary>
/// <param name="Read">What the assembly says.</param>
/// <param name="Rendered">Its SQL; null when it could not be read as a whole.</param>
/// <param name="Findings">Everything that was found, the accepted ones marked.</param>
internal sealed record Draft(Request Request, ReadResult Read, RenderedHistory? Rendered, Items<Finding> Findings)
{
    private static readonly string FluentMigratorVersion = typeof(IMigration).Assembly.GetName().Version!.ToString(3);

    /// <summary>The history that the bundle holds: as read, with every Down that could be inferred.</summary>
    public History History { get; private init; } = Read.History;

    /// <summary>The day on which acceptances are in force or not.</summary>
    public DateTime Today { get; } = Building.Today.Of(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), TimeProvider.System);

    /// <summary>What cannot be read or rendered of released migrations, by their versions.</summary>
    public IReadOnlyDictionary<long, Items<KnownProblem>> Problems { get; private init; } = new Dictionary<long, Items<KnownProblem>>();

    /// <summary>Reads, renders and checks what a request asks for.</summary>
    public static Draft Of(Request request, ReleasesFile? releases) => Of(request, AssemblyReader.Read(request.ToRead(releases)), releases);

    /// <summary>Renders and checks what was read.</summary>
    public static Draft Of(Request request, ReadResult read, ReleasesFile? releases)
    {
        var draft = new Draft(request, read, null, Items<Finding>.Empty);
        if (read.Findings.Any(f => Judgement.Stops(f, releases)))
        {
            return draft.Judged(releases);
        }

        // Two halves of the work that know nothing of each other. The rules judge what was written, not what was inferred.
        var rendering = Task.Run(() => draft.Render(releases));
        var rules = draft.Check(releases);
        return rendering.GetAwaiter().GetResult().With(rules, releases);
    }

    /// <summary>This draft with the findings of what the given releases file leaves open.</summary>
    public Draft Judged(ReleasesFile? releases) => With(Check(releases), releases);

    /// <summary>The bundle, not yet verified.</summary>
    public MigrationBundle ToBundle() => BundleWriter.Create(ToSource());

    /// <summary>What the bundle is made from.</summary>
    public BundleSource ToSource() => new()
    {
        Name = Request.Name,
        Version = Request.Version,
        Targets = Request.Targets,
        FluentMigrator = FluentMigratorVersion,
        History = History,
        Rendered = Rendered!.Migrations,
        Schemas = Rendered.Schemas,
        Findings = Findings,
        Problems = Problems,
        CodeFiles = Read.CodeFiles,
        IgnoreTables = Request.IgnoreTables,
        VersionTable = Read.VersionTable,
    };

    private Draft Render(ReleasesFile? releases)
    {
        var history = Request.InferDown ? InferredDown.AddTo(Read.History, Request.Targets.Select(t => t.Kind).ToItems()) : Read.History;
        return this with { History = Shipped.Hash(history, Request.Targets, releases), Rendered = HistoryRendering.Render(history, Request.Targets) };
    }

    private Items<Finding> Check(ReleasesFile? releases) => RuleBook.Check(Read.History, Request.Targets, releases, Today);

    private Draft With(Items<Finding> rules, ReleasesFile? releases)
    {
        // What cannot be read cannot be rendered either, which need not be said again.
        var unread = Read.Findings.Where(Judgement.IsUnread).Select(f => (f.Version, f.Class)).ToHashSet();
        var found = Read.Findings.Concat((Rendered?.Findings ?? Items<Finding>.Empty).Where(f => !(Judgement.IsUnrendered(f) && unread.Contains((f.Version, f.Class))))).ToList();
        var changed = RuleBook.CheckRendered(HistoryPass.Of(Shipped.In(History), Request.Targets, releases, Today));
        return this with
        {
            Findings = Judgement.Of(Read.History, Request.Targets, releases, Today, found).Concat(rules).Concat(changed).ToItems(),
            Problems = found.Where(f => f.Version > 0 && releases?.Find(f.Version) is not null)
                .Select(f => (f.Version, Problem: Judgement.Problem(f))).Where(p => p.Problem is not null).Distinct()
                .GroupBy(p => p.Version).ToDictionary(g => g.Key, g => g.Select(p => p.Problem!).ToItems()),
        };
    }
}
