using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>Down leaves something that makes Up fail when it runs again.</summary>
public static class UpDownUpFails
{
    private static readonly string[] Kinds = ["TYPE", "DOMAIN", "FUNCTION", "PROCEDURE", "PROC", "EXTENSION", "ROLE", "AGGREGATE", "SYNONYM", "EVENT", "RULE", "POLICY"];

    /// <summary>The rule: the kind of object, and its name.</summary>
    public static Rule Rule { get; } = new("MIG0113", nameof(UpDownUpFails))
    {
        Title = "Down leaves something that makes the next Up fail",
        Message = "The {0} '{1}' is still there after Down. "
            + "After a rollback the corrected release cannot be deployed, since its Up fails on what is there already. "
            + "Drop it in Down as well.",
        Severity = Severity.Warning,
        Check = Check,
    };

    // What a rule about Down's completeness speaks of is said there.
    private static IEnumerable<Finding> Check(Pass pass)
    {
        if (!pass.UpFits || pass.Migration.ForwardOnly is not null || pass.Script.DownKind is not (DownKind.Written or DownKind.Reversed) || pass.Down.Steps.Any(s => s.Refusal is not null))
        {
            return [];
        }

        var again = Residue.Of(pass).Count > 0 ? [] : Fold.Trace(pass.Down.After, pass.Script.Up, pass.Migration.Touches).Steps
            .Where(s => s.Refusal is { Kind: RefusalKind.Exists })
            .Take(1)
            .Select(s => pass.Find(Rule.Id, s, s.Refusal!.Subject, s.Refusal.Name));
        return again.Concat(Left(pass));
    }

    // Types, functions and so on, which the folded schema does not know. What cannot be read in Down may drop them.
    private static IEnumerable<Finding> Left(Pass pass) =>
        pass.Down.Steps.Any(s => s.Step.Operation is CodeStep or Opaque || OpaqueReach.Of(s, pass.Migration.Touches).Everything)
            ? []
            : from step in pass.Up.Steps
              where step.Step.Operation is RawSql
              from statement in Statements(step, pass)
              let made = Named(statement, "CREATE")
              where made is not null && !IsDropped(pass, made.Value, step)
              select pass.Find(Rule.Id, step, made.Value.Kind.ToLowerInvariant(), made.Value.Name);

    private static bool IsDropped(Pass pass, (string Kind, string Name) made, TracedStep step) =>
        pass.Down.Steps.Concat(pass.Up.Steps.SkipWhile(s => !ReferenceEquals(s, step)).Skip(1).Concat([step])).Where(s => s.Step.Operation is RawSql)
            .SelectMany(s => Statements(s, pass))
            .Any(s => s.Tokens[0].Is("DROP") && s.Tokens.Any(t => pass.Dialect.Names.Equals(t.Text, made.Name)))
        || pass.Up.Steps.TakeWhile(s => !ReferenceEquals(s, step)).Append(step).Where(s => s.Step.Operation is RawSql).SelectMany(s => Statements(s, pass))
            .Any(s => s.Tokens[0].Is("DROP") && s.Tokens.Any(t => pass.Dialect.Names.Equals(t.Text, made.Name)))
        || pass.Down.Steps.Any(s => s.Step.Operation is DropSchema);

    private static IEnumerable<SqlStatement> Statements(TracedStep step, Pass pass) =>
        StatementSplitter.Split(((RawSql)step.Step.Operation).Text, pass.Target.Kind, insideBatches: true).Where(s => s.Tokens.Count > 2);

    // CREATE kind name; a statement that replaces what is there, or makes it only where it is missing, does not fail again.
    private static (string Kind, string Name)? Named(SqlStatement statement, string verb)
    {
        var tokens = statement.Tokens;
        if (!tokens[0].Is(verb) || !tokens[1].IsAny(Kinds) || tokens[2].Is("IF"))
        {
            return null;
        }

        var at = 2;
        while (at + 2 < tokens.Count && tokens[at + 1].Is('.'))
        {
            at += 2;
        }

        return tokens[at].Kind is SqlTokenKind.Word or SqlTokenKind.Name ? (tokens[1].Text.ToUpperInvariant(), tokens[at].Text) : null;
    }
}
