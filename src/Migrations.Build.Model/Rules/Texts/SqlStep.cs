using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Rules.Texts;

/// <summary>A SQL text of a migration, and where findings about it stand.</summary>
internal sealed record SqlStep(RawSql Sql, Func<string, string[], Finding> At)
{
    /// <summary>The SQL texts of Up and of Down.</summary>
    public static IEnumerable<SqlStep> Of(Pass pass) =>
        Of(pass.Up, (step, rule, values) => pass.Find(rule, step, values)).Concat(Of(pass.Down, (step, rule, values) => pass.FindInDown(rule, step, values)));

    /// <summary>A finding of a rule at the text.</summary>
    public Finding Find(string rule, params string[] values) => At(rule, values);

    private static IEnumerable<SqlStep> Of(Trace trace, Func<TracedStep, string, string[], Finding> find) =>
        from step in trace.Steps
        where step.Step.Operation is RawSql
        select new SqlStep((RawSql)step.Step.Operation, (rule, values) => find(step, rule, values));
}
