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

    /// <summary>Reads, renders and checks what a request asks for.</summary>
    public static Draft Of(Request request, ReleasesFile? releases)
    {
        var read = AssemblyReader.Read(request.ToRead());
        var draft = new Draft(request, read, null, Items<Finding>.Empty);
        if (read.Findings.Any(Judgement.IsUnforgivable))
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
    public MigrationBundle ToBundle() => BundleWriter.Create(new BundleSource
    {
        Name = Request.Name,
        Version = Request.Version,
        Targets = Request.Targets,
        FluentMigrator = FluentMigratorVersion,
        History = History,
        Rendered = Rendered!.Migrations,
        Schemas = Rendered.Schemas,
        Findings = Findings,
        CodeFiles = Read.CodeFiles,
        IgnoreTables = Request.IgnoreTables,
        VersionTable = Read.VersionTable,
    });

    private Draft Render(ReleasesFile? releases)
    {
        var history = Request.InferDown ? InferredDown.AddTo(Read.History, Request.Targets.Select(t => t.Kind).ToItems()) : Read.History;
        return this with { History = history, Rendered = Shipped.Hash(HistoryRendering.Render(history, Request.Targets), history, Request.Targets, releases) };
    }

    private Items<Finding> Check(ReleasesFile? releases) => RuleBook.Check(Read.History, Request.Targets, releases, Today);

    private Draft With(Items<Finding> rules, ReleasesFile? releases)
    {
        var found = Read.Findings.Concat(Rendered?.Findings ?? Items<Finding>.Empty);
        var changed = Rendered is null ? Items<Finding>.Empty : RuleBook.CheckRendered(HistoryPass.Of(Shipped.In(History, Rendered, releases), Request.Targets, releases, Today));
        return this with { Findings = Judgement.Of(Read.History, Request.Targets, releases, Today, found).Concat(rules).Concat(changed).ToItems() };
    }
}
