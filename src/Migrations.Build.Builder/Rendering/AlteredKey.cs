using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering;

/// <summary>A change of a column makes no key, though FluentMigrator lets a migration say so and drops it without a word.</summary>
internal static class AlteredKey
{
    /// <summary>Says so, unless the column is of the key already and the migration only says it again.</summary>
    public static void Check(Turn turn)
    {
        if (turn.Operation is not AlterColumn { Column.PrimaryKey: true } operation)
        {
            return;
        }

        var key = turn.Before.Tables.Find(operation.Table)?.PrimaryKey;
        if (key?.Columns.Any(c => turn.Before.Dialect.Names.Equals(c, operation.Column.Name)) != true)
        {
            turn.Lose($"The primary key on column '{operation.Table}.{operation.Column.Name}'", "a change of a column makes no key; use 'Create.PrimaryKey'", Severity.Warning);
        }
    }
}
