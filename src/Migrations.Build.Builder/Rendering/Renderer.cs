using System.Globalization;
using Migrations.Build.Builder.Rendering.Databases;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Rendering;

/// <summary>Renders steps as the statements that a database is sent: FluentMigrator's own SQL, right where its generators are not.</summary>
public static class Renderer
{
    /// <summary>The statements of the steps, in order. What the database would not get becomes a finding, never silence.</summary>
    /// <param name="target">The database, and the oldest version that must work.</param>
    /// <param name="before">The schema that the first step meets.</param>
    /// <param name="steps">The steps.</param>
    public static Rendered Render(DatabaseTarget target, Schema before, Items<Step> steps) =>
        Render(Engine.For(target), Fold.Trace(before, steps, Items<string>.Empty));

    /// <summary>The same for steps that were folded already. An engine costs more than a statement, so a history has one.</summary>
    internal static Rendered Render(Engine engine, Trace trace)
    {
        var culture = CultureInfo.CurrentCulture;
        // FluentMigrator writes some numbers with the thread's culture.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return RenderAll(engine, trace);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static Rendered RenderAll(Engine engine, Trace trace)
    {
        var steps = trace.Steps.Select(s => s.Step).ToItems();
        var statements = new List<Statement>();
        var findings = new List<Finding>();
        for (var at = 0; at < steps.Count; at++)
        {
            var losses = new List<Loss>();
            statements.AddRange(RenderStep(engine, new Turn(trace.Before, trace.Steps[at].Before, steps, at, losses)));
            findings.AddRange(losses.Select(loss => Finding(engine.Target, steps[at], loss)));
        }

        return new Rendered(statements.ToItems(), findings.ToItems());
    }

    private static List<Statement> RenderStep(Engine engine, Turn turn)
    {
        if (turn.Operation is CodeStep code)
        {
            return [new Statement(StatementKind.Code, $"{code.Type}::{code.Method}@{code.Assembly}")];
        }

        try
        {
            return [.. engine.Render(turn).Select(text => text.Trim()).Where(text => text.Length > 0).Select(Statement.Sql)];
        }
        // Whatever a generator throws is about the operation it was given.
        catch (Exception error)
        {
            turn.Lose(Subject.Of(turn.Operation), "FluentMigrator's generator refuses it, " + Clause(error.Message), rule: engine.RefusalRule);
            return [];
        }
    }

    private static string Clause(string message) => "saying \"" + message.ReplaceLineEndings(" ").TrimEnd('.', ' ') + "\"";

    private static Finding Finding(DatabaseTarget target, Step step, Loss loss) => new(loss.Rule, Values(target, loss))
    {
        Severity = loss.Severity,
        Databases = Items.Of(target.Kind),
        Place = step.Place,
    };

    private static Items<string> Values(DatabaseTarget target, Loss loss) =>
        loss.Rule == Loss.OnSqlite ? Items.Of(loss.What, loss.Why) : Items.Of(loss.What, Dialect.Of(target.Kind).Name, loss.Why);
}
