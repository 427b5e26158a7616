using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Nullability;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Rules.Types;

/// <summary>A column gets a type to which PostgreSQL has no way from the old one.</summary>
public static class TypeNotCastable
{
    /// <summary>The rule: the column, its type, the new type, what stands in the way, and what to write.</summary>
    public static Rule Rule { get; } = new("MIG0815", nameof(TypeNotCastable))
    {
        Title = "A column gets a type that its own cannot be cast to",
        Message = "Column '{0}' changes from '{1}' to '{2}', and {3}. The statement fails, whatever the rows are. To mend it, {4}.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) => pass.Target.Kind != DatabaseKind.Postgres ? [] :
        Found(pass.Up, pass).Select(f => pass.Find(Rule.Id, f.Step, f.Values)).Concat(Found(pass.Down, pass).Select(f => pass.FindInDown(Rule.Id, f.Step, f.Values)));

    private static IEnumerable<(TracedStep Step, string[] Values)> Found(Trace trace, Pass pass) =>
        from change in trace.Steps.SelectMany(s => Change.Of(s, pass.Migration.Touches))
        where change.Operation is AlterColumn
        let altered = (AlterColumn)change.Operation
        let was = change.Before.Tables.Find(altered.Table)?.FindColumn(altered.Column.Name, pass.Dialect)
        where was is not null
        let wrong = change.Step.Step.Operation is RawSql sql ? InText(sql, was, altered.Column) : InCall(was, altered.Column)
        where wrong is not null
        select (change.Step, new[] { Words.Of(altered.Table, was.Name), Words.Of(was.Type), Words.Of(altered.Column.Type), wrong.Value.Why, wrong.Value.Remedy });

    // Where a call needs USING, it is rendered with it, and an old default goes and comes back.
    private static (string Why, string Remedy)? InCall(Column was, Column said) => PostgresCasts.Of(was.Type, said.Type) switch
    {
        PostgresCast.None => NoCast,
        PostgresCast.Using or PostgresCast.ThroughInteger when said.Default is null && was.Default is { } value && Misfit.Of(value, said.Type, DatabaseKind.Postgres) is not null =>
            ($"its default '{Words.Of(value)}' is no value of the new type", "say the new default in the same call with 'WithDefaultValue(…)', or delete the old one before"),
        _ => null,
    };

    private static (string Why, string Remedy)? InText(RawSql sql, Column was, Column said) => PostgresCasts.Of(was.Type, said.Type) switch
    {
        PostgresCast.Assignment or PostgresCast.Unknown => null,
        var cast when !StatementSplitter.Split(sql.Text, DatabaseKind.Postgres, insideBatches: true).Any(s => s.Tokens.Any(t => t.Is("USING"))) => cast == PostgresCast.None ? NoCast
            : ("PostgreSQL does not cast the one to the other by itself", "say how with 'USING'"),
        _ when was.Default is { } value => ($"PostgreSQL does not cast its default '{Words.Of(value)}' by itself", "drop the default before and set it again after"),
        _ => null,
    };

    private static (string Why, string Remedy)? NoCast => ("PostgreSQL has no cast from the one to the other", "add a new column, fill it and drop the old one");
}
