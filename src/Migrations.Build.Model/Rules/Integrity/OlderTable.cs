using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Rules.Integrity;

/// <summary>A table is used that no migration makes: it may be older than the history, of which nothing is known.</summary>
public static class OlderTable
{
    /// <summary>The rule: the table.</summary>
    public static Rule Rule { get; } = new("MIG0726", nameof(OlderTable))
    {
        Title = "A table is used that no migration makes",
        Message = "Table '{0}' is used here, and no migration makes it. "
            + "If it is older than the first migration, the rules know nothing of it and of others like it, which are not told one by one; if not, the step fails. "
            + "Make it in a migration with a lower version than all others, which 'migrations baseline' adopts where the table is there, or correct the name.",
        Severity = Severity.Info,
        Check = Check,
    };

    /// <summary>Whether a step misses a table that nothing in the history says was ever made, in a history that begins with nothing.</summary>
    internal static bool Is(Pass pass, TracedStep step) =>
        step.Refusal is { Kind: RefusalKind.Unknown, Subject: "table", Nearest: null } refusal
        && First(pass).Tables.Count == 0
        && !pass.History.Migrations.Any(m => m.For(pass.Target.Kind) is { } script && script.Up.Concat(script.Down).Any(s => Makes(s.Operation, refusal.Name, pass.Dialect)));

    // The first use says it for the whole history.
    private static IEnumerable<Finding> Check(Pass pass) => pass.Earlier.Any(t => t.Steps.Any(s => Is(pass, s)))
        ? []
        : pass.Up.Steps.Where(s => Is(pass, s)).Take(1).Select(s => pass.Find(Rule.Id, s, s.Refusal!.Name));

    private static Schemas.Schema First(Pass pass) => pass.Earlier.Count == 0 ? pass.Before : pass.Earlier[0].Before;

    private static bool Makes(Operation operation, string table, Dialect dialect)
    {
        bool Named(TableName name) => dialect.Names.Equals(dialect.Resolve(name).ToString(), table);
        return operation switch
        {
            CreateTable o => Named(o.Table),
            RenameTable o => Named(o.Table with { Name = o.NewName }),
            MoveTable o => Named(o.Table with { Schema = o.ToSchema }),
            RawSql o => SqlEffects.Read(o.Text, dialect.Kind).Any(e => e switch
            {
                CreatesTable made => Named(made.Definition.Name),
                CreatesView made => Named(made.View.Name),
                SqlChange change => Makes(change.Operation, table, dialect),
                _ => false,
            }),
            _ => false,
        };
    }
}
