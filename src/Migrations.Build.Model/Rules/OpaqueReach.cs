using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Rules;

/// <summary>What a step that cannot be read in full may have done without saying so: to everything, to some tables, or to nothing.</summary>
internal sealed record OpaqueReach(bool Everything, Items<TableName> Tables)
{
    private static readonly OpaqueReach Nothing = new(false, Items<TableName>.Empty);

    /// <summary>The reach of a step. Folding is asked, on the same schema without the marks of earlier steps, so that both read alike.</summary>
    public static OpaqueReach Of(TracedStep step, Items<string> touches)
    {
        if (step.Step.Operation is not (RawSql or CodeStep or Opaque))
        {
            return Nothing;
        }

        var after = Fold.Apply(Unmarked(step.Before), step.Step.Operation, touches).After;
        return new(after.Touched, after.Tables.Where(t => t.Touched).Select(t => t.Name).ToItems());
    }

    /// <summary>The reach of a step on rows: text that changes a table's shape in a way that cannot be read puts nothing into it.</summary>
    public static OpaqueReach OfRows(TracedStep step, Items<string> touches) =>
        step.Step.Operation is RawSql sql && !SqlEffects.Read(sql.Text, step.Before.Database).OfType<UnknownEffect>().Any() ? Nothing : Of(step, touches);

    /// <summary>Whether a table is within reach.</summary>
    public bool Includes(TableName table, Dialect dialect) => Everything || Tables.Any(t => dialect.Same(t, table));

    private static Schema Unmarked(Schema schema) => schema with
    {
        Touched = false,
        Tables = schema.Tables.Any(t => t.Touched) ? schema.Tables.Each(t => t with { Touched = false }) : schema.Tables,
    };
}
