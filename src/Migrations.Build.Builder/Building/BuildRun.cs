using System.Diagnostics;
using System.Globalization;
using FluentMigrator;
using Migrations.Build.Builder.Reading;
using Migrations.Build.Builder.Reporting;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Builder.Building;

/// <summary>The build's verb: read, check, render, write, verify. A bundle is saved only when no error is left.</summary>
internal static class BuildRun
{
    private static readonly string FluentMigratorVersion = typeof(IMigration).Assembly.GetName().Version!.ToString(3);

    /// <summary>Runs it; the result is the process's exit code.</summary>
    public static int Run(Request request, ReleasesFile? releases, Protocol protocol)
    {
        var clock = Stopwatch.StartNew();
        var read = AssemblyReader.Read(request.ToRead());
        var isReadable = !read.Findings.Any(Judgement.IsUnforgivable);
        var rendered = isReadable ? HistoryRendering.Render(read.History, request.Targets) : null;
        var today = Today.Of(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), TimeProvider.System);
        var found = read.Findings.Concat(rendered?.Findings ?? Items<Finding>.Empty);
        var findings = Judgement.Of(read.History, request.Targets, releases, today, found);
        var shown = Report.Show(findings, request);
        if (Report.Write(shown, request, protocol) || rendered is null)
        {
            return 1;
        }

        var bundle = BundleWriter.Create(Source(request, read, rendered, findings));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(request.Output))!);
        BundleWriter.Save(bundle, request.Output);
        protocol.Say(Done(request, read, clock.Elapsed));
        return 0;
    }

    private static BundleSource Source(Request request, ReadResult read, RenderedHistory rendered, Items<Finding> findings) => new()
    {
        Name = request.Name,
        Version = request.Version,
        Targets = request.Targets,
        FluentMigrator = FluentMigratorVersion,
        History = read.History,
        Rendered = rendered.Migrations,
        Schemas = rendered.Schemas,
        Findings = findings,
        CodeFiles = read.CodeFiles,
    };

    private static string Done(Request request, ReadResult read, TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{request.Name} {request.Version}: {read.History.Migrations.Count} migrations, {request.Targets.Count} databases, in {elapsed.TotalSeconds:0.0} s");
}
