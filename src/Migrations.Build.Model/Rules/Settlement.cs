using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules;

/// <summary>One hazard, one finding: where two rules see the same hazard on the same object, the more specific one speaks.</summary>
internal static class Settlement
{
    // Winner, loser, and what the loser must be about besides the same object. RB04 to RB08 share out what Down leaves by themselves.
    private static readonly (string Winner, string Loser, Func<Finding, bool> Same)[] Order =
    [
        (Nullability.AddRequiredColumn.Rule.Id, Nullability.ImplicitNotNull.Rule.Id, _ => true),
        (Nullability.SetNotNull.Rule.Id, Nullability.AlterRestates.Rule.Id, f => f.Values[1] == Nullability.AlterRestates.Nullability),
        (Nullability.FillAfterTighten.Rule.Id, Nullability.SetNotNull.Rule.Id, _ => true),
        (Nullability.SetExistingRowsMisuse.Rule.Id, Nullability.SetNotNull.Rule.Id, _ => true),
        (DataLoss.DropAddRename.Rule.Id, DataLoss.DropTable.Rule.Id, _ => true),
        (DataLoss.DropAddRename.Rule.Id, DataLoss.DropColumn.Rule.Id, _ => true),
        (DataLoss.ForceRecreate.Rule.Id, DataLoss.DropTable.Rule.Id, _ => true),
        (DataLoss.LossyTableRebuild.Rule.Id, DataLoss.DropTable.Rule.Id, _ => true),
        (DataLoss.PrematureContract.Rule.Id, DataLoss.DropColumn.Rule.Id, _ => true),
        (DataLoss.PrematureContract.Rule.Id, "MIG0508", _ => true),
    ];

    // The same for two rules that name the object in different places of their messages.
    private static readonly (string Winner, string Loser, Func<Finding, Finding, bool> Same)[] Across =
    [
        (Ordering.TagOrProfileDependency.Rule.Id, Integrity.UnknownObject.Rule.Id, (winner, loser) => winner.Values[1] == loser.Values[0] && winner.Values[2] == loser.Values[1]),
        (Rollback.ConditionMismatch.Rule.Id, Rollback.DownForeign.Rule.Id, (winner, loser) => winner.Values[0] == loser.Values[0] && winner.Values[1] == loser.Values[1]),
        (Rollback.ConditionMismatch.Rule.Id, Integrity.UnknownObject.Rule.Id, (winner, loser) => winner.Values[0] == loser.Values[0] && winner.Values[1] == loser.Values[1]),
        (Integrity.DropIndexedColumn.Rule.Id, Integrity.UnknownObject.Rule.Id, (winner, loser) => winner.Values[1] == loser.Values[0] && winner.Values[2] == loser.Values[1]),
        (Integrity.ReferencedKeyDropped.Rule.Id, Integrity.UnknownObject.Rule.Id, (winner, loser) => winner.Values[0] == loser.Values[0] && winner.Values[1] == loser.Values[1]),
    ];

    /// <summary>The findings about one migration on one database that are left to speak.</summary>
    public static IEnumerable<Finding> Of(IReadOnlyList<Finding> findings) => findings
        .Where(loser => !Order.Any(order =>
            order.Loser == loser.Rule && order.Same(loser) && findings.Any(winner => winner.Rule == order.Winner && winner.Values[0] == loser.Values[0])))
        .Where(loser => !Across.Any(order => order.Loser == loser.Rule && findings.Any(winner => winner.Rule == order.Winner && order.Same(winner, loser))));
}
