using Migrations.Build.Builder.Rendering;
using Migrations.Build.Builder.Rendering.Keeping;
using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Inverting;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Tests.Rendering.Keeping;

/// <summary>A migration on a real database that earlier operations made.</summary>
internal sealed class KeptMigration : IDisposable
{
    private readonly RenderedMigration _rendered;

    /// <summary>Makes the database; without a Down it is inferred.</summary>
    public KeptMigration(Operation[] before, Operation[] up, Operation[]? down = null, Items<string>? touches = null)
    {
        var target = Ops.Target("sqlite");
        using var renderer = new HistoryRenderer(target);
        File.Run(renderer.Render(Fold.Trace(Ops.After(DatabaseKind.Sqlite, []), Ops.Steps(before), Items<string>.Empty)).Statements);
        var script = new Script(Items.Of(DatabaseKind.Sqlite), Ops.Steps(up), Ops.Steps(down ?? []));
        var migration = new Migration(7, "M") { Touches = touches ?? Items<string>.Empty };
        var trace = Fold.Trace(Ops.After(DatabaseKind.Sqlite, before), script.Up, migration.Touches);
        if (down is null)
        {
            var inverse = trace.Steps.Reverse().SelectMany(s => Invert.Operation(s.Step.Operation, s.Before).Operations);
            script = script with { Down = Ops.Steps([.. inverse]), DownKind = DownKind.Inferred };
        }

        (_rendered, var findings) = WholeRendering.Of(renderer, migration, script, trace);
        Assert.Empty(findings);
    }

    public SqliteFile File { get; } = new();

    public RenderedMigration Rendered => _rendered;

    public void Up() => File.Run(_rendered.Up);

    public void Down() => File.Run(_rendered.Down);

    public void Dispose() => File.Dispose();
}
