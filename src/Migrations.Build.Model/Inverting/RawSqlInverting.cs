using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Inverting;

/// <summary>Undoes SQL text of which every effect can be read and undone.</summary>
internal static class RawSqlInverting
{
    public static Inverse Of(RawSql operation, Schema before)
    {
        var whole = Inverse.Whole();
        var schema = before;
        foreach (var effect in SqlEffects.Read(operation.Text, before.Database))
        {
            var inverse = Of(effect, schema);
            if (inverse.Wholeness == Wholeness.None)
            {
                return inverse;
            }

            var worse = inverse.Wholeness == Wholeness.Whole ? whole : inverse;
            whole = new(inverse.Operations.Concat(whole.Operations).ToItems(), worse.Wholeness, worse.WhyNot);
            schema = RawSqlFolding.Apply(schema, effect, Items<string>.Empty);
        }

        return whole;
    }

    private static Inverse Of(SqlEffect effect, Schema before) => effect switch
    {
        SqlChange e => Invert.Operation(e.Operation, before),
        CreatesTable e when before.Tables.Find(e.Definition.Name) is { } => e.IfNotExists ? Inverse.Whole() : Invert.Unknown,
        CreatesTable e when !(e.IfNotExists && before.Touched) => Inverse.Whole(new DropTable(before.Dialect.Resolve(e.Definition.Name))),
        CreatesIndex e when before.Tables.Find(e.Index.Table) is { } table && (table.Touched ? !e.IfNotExists : table.FindIndex(e.Index.Name, before.Dialect) is null) =>
            Inverse.Whole(new DropIndex(table.Name, e.Index.Name)),
        CreatesView e => before.Views.Find(e.View.Name) is { } old
            ? Inverse.Whole(Sql(DropView(e.View, before)), Sql(old.Text))
            : e.Replaces && before.Touched ? Invert.Unknown : Inverse.Whole(Sql(DropView(e.View, before))),
        DropsView e => before.Views.Find(e.View) is { } view ? Inverse.Whole(Sql(view.Text)) : Missing("view", before),
        CreatesTrigger e => before.Triggers.Find(e.Trigger.Name) is { } old
            ? Inverse.Whole(Sql(DropTrigger(e.Trigger, before)), Sql(old.Text))
            : e.Replaces && before.Touched ? Invert.Unknown : Inverse.Whole(Sql(DropTrigger(e.Trigger, before))),
        DropsTrigger e => before.Triggers.Find(e.Trigger) is { } trigger ? Inverse.Whole(Sql(trigger.Text)) : Missing("trigger", before),
        ReadsTable => Inverse.Whole(),
        UpdatesRows or DeletesRows => Inverse.Structure("The SQL text changes rows, and their values of before are not in the history."),
        InsertsRows => Inverse.Nothing("The SQL text adds rows, and which ones is not known."),
        DoesOther e => Inverse.Nothing("What '" + e.Subject + "' changes is not modelled."),
        UnknownEffect e => Inverse.Nothing("The SQL text cannot be read: " + e.Why + "."),
        _ => Inverse.Nothing("The SQL text changes something in a way that cannot be undone by itself."),
    };

    private static Inverse Missing(string subject, Schema before) =>
        before.Touched ? Invert.Unknown : Inverse.Nothing("The " + subject + " is not known: no migration created it.");

    private static RawSql Sql(string text) => new(text, SqlSource.Statement);

    private static string DropView(View view, Schema schema)
    {
        var materialized = schema.Database == DatabaseKind.Postgres && StatementSplitter.Split(view.Text, schema.Database, true)[0].Tokens.Take(4).Any(t => t.Is("MATERIALIZED"));
        return "DROP " + (materialized ? "MATERIALIZED VIEW " : "VIEW ") + QuotedName.Of(view.Name, schema.Dialect);
    }

    private static string DropTrigger(Trigger trigger, Schema schema)
    {
        var own = trigger.Name with { Name = TriggerName.Own(trigger) };
        return schema.Dialect.TriggerNamesPerTable && trigger.Table is { } table
            ? "DROP TRIGGER " + QuotedName.Of(TableName.Of(own.Name), schema.Dialect) + " ON " + QuotedName.Of(table, schema.Dialect)
            : "DROP TRIGGER " + QuotedName.Of(own, schema.Dialect);
    }
}
