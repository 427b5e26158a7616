using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.Progress;
using Migrations.Build.Runner.RollingBack;
using Migrations.Build.Verification.Databases;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Runs migrations the way a release does: through the runner, with its journal and its transactions.</summary>
internal sealed class Release(MigrationBundle bundle)
{
    /// <summary>The same with something else in place of one migration.</summary>
    public Release Instead(MigrationEntry entry, Items<Statement> up, Items<Statement> down) => new(bundle.Instead(entry, DatabaseKind.Sqlite, up, down));

    /// <summary>Applies the migrations up to a version.</summary>
    public Task<Ran> UpAsync(ScratchFile file, long version, CancellationToken cancel) => UpAsync(file.ConnectionString, version, cancel);

    /// <summary>The same on the database of a connection string.</summary>
    public async Task<Ran> UpAsync(string connection, long version, CancellationToken cancel)
    {
        var statements = 0;
        var options = new ApplyOptions { To = version, AllowBreaking = true, AllowCode = true, OnFailure = OnFailure.Pause };
        var outcome = await Apply.RunAsync(bundle, Settings(connection, e => statements = Count(e, statements)), options, cancel).ConfigureAwait(false);
        return Told(outcome, outcome.Ran.Count, statements, cancel);
    }

    /// <summary>Undoes the migrations down to a version, which stays.</summary>
    public Task<Ran> DownAsync(ScratchFile file, long version, CancellationToken cancel) => DownAsync(file.ConnectionString, version, cancel);

    /// <summary>The same on the database of a connection string.</summary>
    public async Task<Ran> DownAsync(string connection, long version, CancellationToken cancel)
    {
        var statements = 0;
        var options = new RollbackOptions { To = version, AllowCode = true, AllowEmptyDown = true };
        var outcome = await Rollback.RunAsync(bundle, Settings(connection, e => statements = Count(e, statements)), options, cancel).ConfigureAwait(false);
        return Told(outcome, outcome.Ran.Count, statements, cancel);
    }

    private static RunSettings Settings(string connection, Action<RunEvent> progress) => new(DatabaseKind.Sqlite, connection)
    {
        By = "verification",
        Scratch = true,
        Progress = progress,
    };

    private static int Count(RunEvent happened, int statements) => happened switch
    {
        MigrationStarted => 0,
        StatementDone => statements + 1,
        _ => statements,
    };

    private static Ran Told(Outcome outcome, int migrations, int statements, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (outcome.Code == ExitCode.Done)
        {
            return new(null, 0, migrations);
        }

        var failure = outcome.Findings.Count > 0 ? outcome.Findings[0] : new Finding("", Items.Of(outcome.Code.ToString()));
        return new(failure, failure.Rule == StatementFails.Rule.Id ? statements + 1 : 0, migrations);
    }
}
