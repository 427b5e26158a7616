using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Inverting;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Tells whether steps destroy values that were there before the first of them; what they made themselves does not count.</summary>
internal sealed class Destruction(Schema before)
{
    private readonly Dialect _dialect = before.Dialect;

    public static bool In(Trace trace)
    {
        var destruction = new Destruction(trace.Before);
        return trace.Steps.Any(s => destruction.In(s.Step.Operation, s.Before));
    }

    private bool In(Operation operation, Schema now) => operation switch
    {
        DropTable o => WasThere(o.Table),
        DropColumn o => WasThere(o.Table, o.Column),
        DeleteRows o => WasThere(o.Table),
        UpdateRows o => o.Set.Any(c => WasThere(o.Table, c.Column)),
        AlterColumn o => _dialect.EnforcesTypes && Invert.Operation(o, now).Wholeness == Wholeness.StructureOnly,
        RawSql o => SqlEffects.Read(o.Text, before.Database).Any(e => In(e, now)),
        // Nobody knows what code does; to say that everything comes back would be a guess.
        CodeStep or Opaque => true,
        _ => false,
    };

    private bool In(SqlEffect effect, Schema now) => effect switch
    {
        SqlChange e => In(e.Operation, now),
        DeletesRows e => WasThere(e.Table),
        UpdatesRows e => e.Columns.Count == 0 ? WasThere(e.Table) : e.Columns.Any(c => WasThere(e.Table, c)),
        AltersTable e => WasThere(e.Table),
        DropsDependents or UnknownEffect => true,
        _ => false,
    };

    // Where something opaque ran, a table may be there that no operation made.
    private bool WasThere(TableName table) => before.Touched || before.Tables.Find(table) is not null;

    private bool WasThere(TableName table, string column) => before.Tables.Find(table) is { } old
        ? old.Touched || old.Columns.Any(c => _dialect.Names.Equals(c.Name, column))
        : before.Touched;
}
