using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Judges what a rollback of a migration brings back.</summary>
internal static class ReversibilityReader
{
    public static Reversibility Of(Migration migration) =>
        migration.ForwardOnly is not null || migration.Scripts.Any(IsForwardOnly) ? Reversibility.ForwardOnly
        : migration.Scripts.Any(s => s.Up.Any(step => Destroys(step.Operation))) ? Reversibility.LosesData
        : Reversibility.Reversible;

    private static bool IsForwardOnly(Script script) => script.DownKind switch
    {
        DownKind.Throws or DownKind.ForwardOnly or DownKind.Irreversible => true,
        DownKind.Empty => script.Up.Count > 0,
        _ => false,
    };

    private static bool Destroys(Operation operation) => operation is DropColumn or DropTable or DeleteRows or UpdateRows;
}
