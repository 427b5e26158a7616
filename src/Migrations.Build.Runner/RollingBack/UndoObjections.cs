using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Runner.Running;

namespace Migrations.Build.Runner.RollingBack;

/// <summary>What speaks against undoing migrations, before the first statement.</summary>
internal static class UndoObjections
{
    /// <summary>Every migration that cannot be undone, and every consent that is missing.</summary>
    public static IReadOnlyList<Verdict> To(IEnumerable<Undo> undos, CodeSteps code, RollbackOptions options, bool proving) =>
        undos.Select(u => To(u, code, options) ?? (proving || options.AllowDataLoss ? null : ToDoubt(u))).OfType<Verdict>().ToArray();

    private static Verdict? To(Undo undo, CodeSteps code, RollbackOptions options)
    {
        if (undo.IsOfUnknownFormat)
        {
            return Refuse(undo, "the Down that the database keeps of it is of a format that this version of the tool does not know", "use the version of the tool that applied it, or a newer one");
        }

        if (undo.Migration is not { } migration)
        {
            return Refuse(undo, "neither the database nor a bundle holds its Down", "give a bundle that holds it with --bundle");
        }

        if (migration is { EmptyUp: true, Down.Count: 0 })
        {
            return null;
        }

        if (migration.ForwardOnly is { } stated)
        {
            return Refuse(undo, $"it is declared to be forward only ({stated.Why})", stated.Recovery ?? "roll back to its version at most");
        }

        if (migration.Down.Count == 0)
        {
            return options.AllowEmptyDown ? null : Refuse(undo, "its Down does nothing", "roll back to its version at most, or write what undoes it into a new migration");
        }

        if (migration.Reversibility == Reversibility.ForwardOnly)
        {
            return Refuse(undo, "its Down does not bring back what its Up does", "roll back to its version at most");
        }

        return migration.Down.FirstOrDefault(s => s.Kind == StatementKind.Code) is { } step ? ToCode(undo, migration, step, code, options.AllowCode) : null;
    }

    // Whoever proves it wants to see it.
    private static Verdict? ToDoubt(Undo undo) => undo.Migration?.Doubt is { Kind: DoubtKind.Fails } doubt
        ? Refuse(undo, $"the build saw its Down go wrong ({doubt.Why.TrimEnd('.')})", "correct it in a new migration, or undo it all the same with --allow-data-loss")
        : null;

    private static Verdict? ToCode(Undo undo, Journal.StoredMigration migration, Statement step, CodeSteps code, bool allowCode)
    {
        if (!allowCode)
        {
            return new(ExitCode.Refused, CodeNotAllowed.Rule.Says(undo.Applied.Version, undo.Class, step.Text));
        }

        return migration.CodeSteps.Any(code.Has) ? null : Refuse(undo, "its code is in the bundle only", "give the bundle that applied it with --bundle");
    }

    private static Verdict Refuse(Undo undo, string why, string remedy) =>
        new(ExitCode.Refused, CannotBeUndone.Rule.Says(undo.Applied.Version, undo.Class, why, remedy));
}
