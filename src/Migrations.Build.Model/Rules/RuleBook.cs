using System.Text;

namespace Migrations.Build.Model.Rules;

/// <summary>Every rule, and the page about each.</summary>
public static partial class RuleBook
{
    /// <summary>All rules in the order of their ids.</summary>
    public static Items<Rule> All { get; } = Items.Of(
        Rollback.MissingDown.Rule,
        Rollback.NotAutoReversible.Rule,
        Rollback.DownIncomplete.Rule,
        Rollback.DownForeign.Rule,
        Rollback.DownDefinitionDrift.Rule,
        Rollback.DownWrongOrder.Rule,
        Rollback.DownNotInverse.Rule,
        DataLoss.DropTable.Rule,
        DataLoss.DropColumn.Rule,
        DataLoss.TypeNarrowing.Rule,
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
}
