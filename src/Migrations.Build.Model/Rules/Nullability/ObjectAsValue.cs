using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A value is an object of the project, whose text becomes SQL. Only the build sees the text.</summary>
public static class ObjectAsValue
{
    private static readonly string[] Expressions = ["NULL", "TRUE", "FALSE", "DEFAULT", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP", "CURRENT_USER", "LOCALTIME", "LOCALTIMESTAMP"];

    /// <summary>The rule: what the value is for, its text, and the effect.</summary>
    public static Rule Rule { get; } = new("MIG0317", nameof(ObjectAsValue))
    {
        Title = "A value is an object whose text becomes SQL",
        Message = "The value for {0} is an object, which FluentMigrator writes as SQL by its 'ToString()' and without quotes: {1}. With that text {2}. "
            + "Write the text itself, or 'RawSql.Insert(…)' where SQL is meant.",
        Severity = Severity.Error,
        Check = Check,
        IsNeverCertain = true,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        Given(pass.Up, pass).Select(g => pass.Find(Rule.Id, g.Step, g.Values) with { Severity = g.Severity })
            .Concat(Given(pass.Down, pass).Select(g => pass.FindInDown(Rule.Id, g.Step, g.Values) with { Severity = g.Severity }));

    private static IEnumerable<(TracedStep Step, string[] Values, Severity? Severity)> Given(Trace trace, Pass pass) =>
        from step in trace.Steps
        from given in GivenValue.In(step.Step.Operation)
        where given.Value is { Origin: ValueOrigin.Object }
        let effect = Effect(given, pass.Dialect)
        where effect.Text is not null
        select (step, new[] { given.Subject, given.Value!.Text!, effect.Text! }, effect.Severity);

    private static (string? Text, Severity? Severity) Effect(GivenValue given, Dialect dialect)
    {
        var tokens = StatementSplitter.Split(given.Value!.Text!, dialect.Kind, insideBatches: true).SelectMany(s => s.Tokens).SkipWhile(t => t.Is('-')).ToArray();
        return tokens switch
        {
            [{ Kind: SqlTokenKind.Number or SqlTokenKind.Text }] => (null, null),
            [{ Kind: SqlTokenKind.Word } word] when Expressions.Contains(word.Text, StringComparer.OrdinalIgnoreCase) => (null, null),
            [{ Kind: SqlTokenKind.Word }] when given.IsDefault && dialect.Kind == DatabaseKind.Sqlite => ("SQLite takes the word for a text, and no other database does", Severity.Warning),
            [{ Kind: SqlTokenKind.Word }] or [] => (dialect.Name + " refuses the statement, since it takes the word for a name", null),
            _ => ("the database calculates something, or refuses the statement", Severity.Warning),
        };
    }
}
