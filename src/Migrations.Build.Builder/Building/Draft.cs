using FluentMigrator;
using Migrations.Build.Builder.Reading;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Builder.Building;

/// <summary>An assembly as read, checked and rendered, before anything is written.</summary>
/// <param name="Read">What the assembly says.</param>
/// <param name="Rendered">Its SQL; null when it could not be read as a whole.</param>
/// <param name="Findings">Everything that was found, the accepted ones marked.</param>
internal sealed record Draft(Request Request, ReadResult Read, RenderedHistory? Rendered, Items<Finding> Findings)
{
    private static readonly string FluentMigratorVersion = typeof(IMigration).Assembly.GetName().Version!.ToString(3);

    /// <summary>The day on which acceptances are in force or not.</summary>
    public DateTime Today { get; } = Building.Today.Of(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), TimeProvider.System);

    /// <summary>Reads, renders and checks what a request asks for.</summary>
    public static Draft Of(Request request, ReleasesFile? releases)
    {
        var read = AssemblyReader.Read(request.ToRead());
        var rendered = read.Findings.Any(Judgement.IsUnforgivable) ? null : HistoryRendering.Render(read.History, request.Targets);
        return new Draft(request, read, rendered, Items<Finding>.Empty).Judged(releases);
    }

    /// <summary>This draft with the findings of what the given releases file leaves open.</summary>
    public Draft Judged(ReleasesFile? releases)
    {
        var found = Read.Findings.Concat(Rendered?.Findings ?? Items<Finding>.Empty);
        return this with { Findings = Judgement.Of(Read.History, Request.Targets, releases, Today, found) };
    }

    /// <summary>The bundle, not yet verified.</summary>
    public MigrationBundle ToBundle() => BundleWriter.Create(new BundleSource
    {
        Name = Request.Name,
        Version = Request.Version,
        Targets = Request.Targets,
        FluentMigrator = FluentMigratorVersion,
        History = Read.History,
        Rendered = Rendered!.Migrations,
        Schemas = Rendered.Schemas,
        Findings = Findings,
        CodeFiles = Read.CodeFiles,
    });
}
