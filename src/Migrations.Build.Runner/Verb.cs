using Migrations.Build.Bundle;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Runner.Databases;

namespace Migrations.Build.Runner;

/// <summary>What every verb does around its work: it finds the engine, and words what the database refuses.</summary>
internal static class Verb
{
    /// <summary>Runs a verb on the database that the settings name.</summary>
    public static async Task<T> RunAsync<T>(RunSettings settings, Func<IDatabase, Task<T>> work, Func<Verdict, T> end)
    {
        var name = Dialect.Of(settings.Database).Name;
        try
        {
            if (Engine.Find(settings) is not { } database)
            {
                return end(new(ExitCode.Usage, EngineNotSupported.Rule.Says(name, Dialect.Of(DatabaseKind.Sqlite).Name)));
            }

            name = database.Name;
            return await work(database).ConfigureAwait(false);
        }
        catch (DatabaseException e)
        {
            return end(Of(e, name));
        }
        catch (OperationCanceledException)
        {
            return end(new(ExitCode.Cancelled, RunCancelled.Rule.Says("nothing was changed")));
        }
    }

    /// <summary>Why the bundle is not for the database; null when it is.</summary>
    public static Verdict? NotMeant(MigrationBundle bundle, RunSettings settings)
    {
        var kind = settings.For(bundle).Database;
        var meant = bundle.Targets.Any(t => t.Kind == kind);
        return meant || settings.Scratch ? null : new(ExitCode.Usage, NotForThisDatabase.Rule.Says(
            bundle.Manifest.Name, string.Join(", ", bundle.Targets.Select(t => Dialect.Of(t.Kind).Name)), Dialect.Of(kind).Name));
    }

    /// <summary>What the database's refusal means to the verb, where no migration was running.</summary>
    public static Verdict Of(DatabaseException e, string database) => e.Kind == Refused.Busy ? new(ExitCode.Locked, DatabaseBusy.Rule.Says(database))
        : e.Kind == Refused.Senseless ? new(ExitCode.Usage, ConnectionSenseless.Rule.Says(e.Message, e.Remedy))
        : new(ExitCode.Failed, DatabaseUnreachable.Rule.Says(database, e.Message));

    /// <summary>The verdict that another runner holds the lock.</summary>
    public static Verdict Held(IDatabase database, Journal.LockHolder? holder) => new(ExitCode.Locked, LockedByAnother.Rule.Says(
        database.Name, holder is null ? "" : $"{holder.By}, process {Wording.Text(holder.Process)}, since {holder.Since:u}"));
}
