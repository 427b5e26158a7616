using System.Text;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Model.Rules;

/// <summary>Every rule, and the page about each.</summary>
public static class RuleBook
{
    /// <summary>All rules in the order of their ids.</summary>
    public static Items<Rule> All { get; } = Items.Of(
        Rollback.MissingDown.Rule,
        Rollback.ForwardOnlyUnexplained.Rule,
        Rollback.NotAutoReversible.Rule,
        Rollback.DownIncomplete.Rule,
        Rollback.DownForeign.Rule,
        Rollback.DownDefinitionDrift.Rule,
        Rollback.DownWrongOrder.Rule,
        Rollback.DownNotInverse.Rule,
        Rollback.StructuralOnlyDown.Rule,
        Rollback.DataChangeNoInverse.Rule,
        Rollback.UnsafeDown.Rule,
        Rollback.ConditionMismatch.Rule,
        Rollback.UpDownUpFails.Rule,
        Rollback.RollbackFloor.Rule,
        Rollback.DownBlockedByNewData.Rule,
        DataLoss.DropTable.Rule,
        DataLoss.DropColumn.Rule,
        DataLoss.EmptyTable.Rule,
        DataLoss.UpdateAllRows.Rule,
        DataLoss.TypeNarrowing.Rule,
        DataLoss.DropAddRename.Rule,
        DataLoss.ForceRecreate.Rule,
        DataLoss.LossyTableRebuild.Rule,
        DataLoss.DeleteCascadeAdded.Rule,
        DataLoss.PrematureContract.Rule,
        DataLoss.NameResurrection.Rule,
        Nullability.AddRequiredColumn.Rule,
        Nullability.ImplicitNotNull.Rule,
        Nullability.AlterRestates.Rule,
        Nullability.SetNotNull.Rule,
        Nullability.FillAfterTighten.Rule,
        Nullability.PartialFill.Rule,
        Nullability.SetExistingRowsMisuse.Rule,
        Nullability.DefaultRemovedEarly.Rule,
        Nullability.DropNotNull.Rule,
        Nullability.DefaultChanged.Rule,
        Nullability.DefaultNoEffect.Rule,
        Nullability.BakedNow.Rule,
        Nullability.DefaultTypeMismatch.Rule,
        Nullability.UniqueConstantDefault.Rule,
        Compatibility.RenameTable.Rule,
        Compatibility.RenameColumn.Rule,
        Compatibility.BreakingFlagMismatch.Rule,
        Integrity.UnknownObject.Rule,
        Integrity.AlreadyExists.Rule,
        Integrity.FkTargetInvalid.Rule,
        Integrity.FkTypeMismatch.Rule,
        Integrity.DropIndexedColumn.Rule,
        Integrity.IndexNeededByFk.Rule,
        Integrity.ReferencedKeyDropped.Rule,
        Integrity.SetNullOnRequired.Rule,
        Integrity.NoPrimaryKey.Rule,
        Integrity.DuplicateAssignment.Rule,
        Types.SqliteUnsupported.Rule,
        Ordering.DuplicateVersion.Rule,
        Ordering.EditedAfterRelease.Rule,
        Ordering.RemovedAfterRelease.Rule,
        Ordering.HelperChanged.Rule,
        Ordering.VersionImplausible.Rule,
        Ordering.NonDeterministic.Rule,
        Ordering.TagOrProfileDependency.Rule,
        Ordering.Unreachable.Rule,
        Governance.NoRationale.Rule,
        Governance.AffectedTablesWrong.Rule,
        Governance.SuppressionNoReason.Rule,
        Governance.UnusedSuppression.Rule,
        Governance.BlanketSuppression.Rule,
        Governance.CoverageLow.Rule,
        Toolchain.AssemblyUnreadable.Rule,
        Toolchain.MigrationWillNotRun.Rule,
        Toolchain.LostInRendering.Rule,
        Toolchain.CodeTimedOut.Rule,
        Toolchain.CodeCapturesState.Rule,
        Toolchain.NoMigrations.Rule,
        Toolchain.BuilderFailed.Rule,
        Toolchain.MigrationThrows.Rule,
        Toolchain.OperationIncomplete.Rule,
        Toolchain.ScriptNotFound.Rule,
        Toolchain.ConditionIgnored.Rule,
        Toolchain.BundleDamaged.Rule,
        Toolchain.UpFails.Rule,
        Toolchain.DownFails.Rule,
        Toolchain.SchemaNotRestored.Rule,
        Toolchain.RowsNotRestored.Rule,
        Toolchain.SecondUpDiffers.Rule,
        Toolchain.ExpectationFails.Rule,
        Toolchain.WorksOnlyWhileEmpty.Rule,
        Toolchain.NotProvedOnSqlite.Rule,
        Toolchain.DataLostOnRollback.Rule,
        Toolchain.IntegrityBroken.Rule,
        Toolchain.NoRowsMade.Rule,
        Toolchain.DatabaseUnreachable.Rule,
        Toolchain.LockedByAnother.Rule,
        Toolchain.DatabaseBusy.Rule,
        Toolchain.MigrationChanged.Rule,
        Toolchain.MigrationNotInBundle.Rule,
        Toolchain.AppliedElsewhere.Rule,
        Toolchain.LateMigration.Rule,
        Toolchain.LateMigrationOverlaps.Rule,
        Toolchain.AssumptionBroken.Rule,
        Toolchain.OutcomeNotMet.Rule,
        Toolchain.StatementFails.Rule,
        Toolchain.DeploymentStopped.Rule,
        Toolchain.BreakingNotAllowed.Rule,
        Toolchain.CodeNotAllowed.Rule,
        Toolchain.CannotBeUndone.Rule,
        Toolchain.NotForThisDatabase.Rule,
        Toolchain.VersionUnknown.Rule,
        Toolchain.VersionTableForeign.Rule,
        Toolchain.ReferencesBroken.Rule,
        Toolchain.TurnLost.Rule,
        Toolchain.RunCancelled.Rule,
        Toolchain.StepInterrupted.Rule,
        Toolchain.SchemaDrifted.Rule,
        Toolchain.OptionsUnclear.Rule,
        Toolchain.DeploymentUndone.Rule,
        Toolchain.EngineNotSupported.Rule,
        Toolchain.HalfUndone.Rule,
        Toolchain.HalfApplied.Rule,
        Toolchain.CodeStepUnusable.Rule,
        Toolchain.ExpectedSchemaUnknown.Rule,
        Toolchain.TableDiffers.Rule,
        Toolchain.KeptDataLeft.Rule,
        Toolchain.KeptDataGone.Rule,
        Toolchain.MadeByHand.Rule,
        Toolchain.NotInOneTransaction.Rule,
        Toolchain.RollbackGoesOn.Rule,
        Toolchain.NoReleasesFile.Rule,
        Toolchain.SettingUnreadable.Rule);

    private static Dictionary<string, Rule> ById { get; } = All.ToDictionary(r => r.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The rule with the given id, in any letter case; null when there is none.</summary>
    public static Rule? Find(string id) => ById.TryGetValue(id, out var rule) ? rule : null;

    /// <summary>The page about the rule with the given id, as Markdown; null when there is no such rule.</summary>
    public static string? Page(string id)
    {
        if (Find(id) is not { } rule)
        {
            return null;
        }

        using var stream = typeof(RuleBook).Assembly.GetManifestResourceStream(rule.Name + ".md")
            ?? throw new InvalidOperationException($"Rule '{rule.Id}' has no page.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>
    /// What the rules find in a history: released migrations are not judged again, what is found alike on several databases is one finding,
    /// and what an <c>[Accept]</c> silences is marked.
    /// </summary>
    /// <param name="history">The history.</param>
    /// <param name="targets">The databases that the project ships to.</param>
    /// <param name="releases">What was released; null where no releases file says so.</param>
    /// <param name="today">The day on which acceptances are in force or not.</param>
    public static Items<Finding> Check(History history, Items<DatabaseTarget> targets, ReleasesFile? releases, DateTime today)
    {
        var pass = HistoryPass.Of(history, targets, releases, today);
        var marked = Judge(pass, history.Migrations, [.. targets.SelectMany(t => Passes.Of(history, t, releases)).SelectMany(Check)], CheckHistory(pass, All));
        return releases is null && marked.Any(IsPressing) ? marked.Add(new Finding(Toolchain.NoReleasesFile.Rule.Id, Items<string>.Empty)) : marked;
    }

    /// <summary>
    /// What the rules find in one migration, given where the history stands before it on each database: the same as
    /// <see cref="Check(History, Items{DatabaseTarget}, ReleasesFile?, DateTime)"/> says of it.
    /// </summary>
    /// <param name="migration">The migration.</param>
    /// <param name="before">Where the history stands on each of the project's databases.</param>
    /// <param name="pass">The history as a whole.</param>
    /// <param name="about">What <see cref="CheckHistory"/> finds about the migration.</param>
    public static Items<Finding> Check(Migration migration, IReadOnlyList<Standing> before, HistoryPass pass, IEnumerable<Finding> about) =>
        Judge(pass, [migration], [.. before.Select(s => s.Enter(migration, pass.Whole)).OfType<Pass>().SelectMany(Check)], about);

    /// <summary>What the rules about whole histories find of migrations, before one of them stands back for another.</summary>
    /// <param name="pass">The history.</param>
    public static IEnumerable<Finding> CheckHistory(HistoryPass pass) => CheckHistory(pass, All.Where(r => !r.IsAboutProject));

    /// <summary>What the rules find in released migrations that were rendered, so that they can be compared with what shipped.</summary>
    /// <param name="pass">The history, with hashes.</param>
    public static Items<Finding> CheckRendered(HistoryPass pass) =>
        Accepting.Mark(Merging.Sort(Merging.Merge(CheckHistory(pass, [Ordering.EditedAfterRelease.Rule, Ordering.HelperChanged.Rule]), pass.Targets)), pass.Outline.Migrations, pass.Today);

    private static IEnumerable<Finding> CheckHistory(HistoryPass pass, IEnumerable<Rule> rules) =>
        rules.SelectMany(r => (r.CheckHistory?.Invoke(pass) ?? []).Where(f => r.JudgesReleased || pass.Releases?.Find(f.Version) is null));

    private static IEnumerable<Finding> Check(Pass pass) => All.SelectMany(r => r.Check?.Invoke(pass) ?? []);

    private static Items<Finding> Judge(HistoryPass pass, IReadOnlyList<Migration> migrations, IReadOnlyList<Finding> found, IEnumerable<Finding> about)
    {
        var settled = found.Concat(about).GroupBy(f => (f.Version, f.Class, f.Databases)).SelectMany(g => Settlement.Of([.. g]));
        var flags = Compatibility.BreakingFlagMismatch.Of(migrations.Where(pass.IsUnreleased), found);
        var marked = Accepting.Mark(Merging.Sort(Merging.Merge(settled.Concat(flags), pass.Targets)), migrations, pass.Today);
        var unused = Accepting.Mark(Governance.UnusedSuppression.Of(migrations.Where(pass.IsUnreleased), marked, pass.Today), migrations, pass.Today);
        return unused.Count == 0 ? marked : Merging.Sort(marked.Concat(unused)).ToItems();
    }

    private static bool IsPressing(Finding finding) => finding.Accepted is null && (finding.Severity ?? Find(finding.Rule)!.Severity) > Severity.Info;
}
