using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>
/// Of which tables a migration's effect is known. What an earlier opaque step made unknown stays out of it:
/// what the migration itself does to known objects comes back or does not, whatever else the table has.
/// </summary>
internal sealed record KnownTables(Items<TableName> Unknown, Dialect Dialect)
{
    /// <summary>What is known of a migration's effect; null when a step may have done anything.</summary>
    public static KnownTables? Of(Pass pass)
    {
        var unknown = new List<TableName>();
        foreach (var step in pass.Up.Steps.Concat(pass.Down.Steps))
        {
            var reach = OpaqueReach.Of(step, pass.Migration.Touches);
            if (reach.Everything)
            {
                return null;
            }

            unknown.AddRange(reach.Tables);
            if (IsBlind(step))
            {
                unknown.AddRange(Touched.Tables(step.Step.Operation, pass.Target.Kind));
            }
        }

        return new(unknown.ToItems(), pass.Dialect);
    }

    /// <summary>The schema without the marks of earlier steps, except for what is not known of this migration.</summary>
    public Schema Within(Schema schema) => schema with
    {
        Touched = false,
        Tables = schema.Tables.Any(IsMarkedFalsely) ? schema.Tables.Each(t => t with { Touched = !IsKnown(t.Name) }) : schema.Tables,
    };

    private bool IsKnown(TableName table) => !Unknown.Any(u => Dialect.Same(u, table));

    private bool IsMarkedFalsely(Table table) => table.Touched == IsKnown(table.Name);

    // A step that fits only because its object may be there, and so changed nothing that is known.
    private static bool IsBlind(TracedStep step) => step.Step.Operation switch
    {
        InsertRows or UpdateRows or DeleteRows or DescribeTable or RawSql => false,
        CreateTable { IfNotExists: true } => step.Before.Touched,
        DropTable { IfExists: true } => step.Before.Touched,
        _ => ReferenceEquals(step.Before, step.After),
    };
}
