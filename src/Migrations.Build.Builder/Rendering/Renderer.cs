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
        Render(target, Fold.Trace(before, steps, Items<string>.Empty));

    /// <summary>The same for steps that were folded already.</summary>
    public static Rendered Render(DatabaseTarget target, Trace trace)
    {
        using var history = new HistoryRenderer(target);
        return history.Render(trace);
    }

    /// <summary>The same on an engine that may remember what it rendered before.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="trace">The steps.</param>
    /// <param name="between">What else stands before a step, by its index, or behind the last one.</param>
    internal static Rendered Render(Engine engine, Trace trace, Func<int, IEnumerable<Statement>>? between = null)
    {
        var culture = CultureInfo.CurrentCulture;
        // FluentMigrator writes some numbers with the thread's culture.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return RenderAll(engine, trace, between ?? (_ => []));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static Rendered RenderAll(Engine engine, Trace trace, Func<int, IEnumerable<Statement>> between)
    {
        var steps = trace.Steps.Select(s => s.Step).ToItems();
        var statements = new List<Statement>();
        var findings = new List<Finding>();
        for (var at = 0; at < steps.Count; at++)
        {
            var losses = new List<Loss>();
            statements.AddRange(Between(engine, between(at), at));
            statements.AddRange(RenderStep(engine, new Turn(trace.Before, trace.Steps[at].Before, steps, at, losses)));
            findings.AddRange(losses.Select(loss => Finding(engine.Target, steps[at], loss)));
        }

        statements.AddRange(engine.Finish());
        statements.AddRange(between(steps.Count));
        return new Rendered(statements.ToItems(), findings.ToItems());
    }

    // What the engine holds back comes first. Keeping brings no rows, and what stands before the first step only marks what is kept.
    private static IEnumerable<Statement> Between(Engine engine, IEnumerable<Statement> statements, int at)
    {
        if (statements.ToList() is not { Count: > 0 } own)
        {
            return [];
        }

        engine.RowsCame |= at > 0 && own.Exists(s => s.Kind == StatementKind.Restore);
        return engine.Finish().Concat(own);
    }

    private static List<Statement> RenderStep(Engine engine, Turn turn)
    {
        if (turn.Operation is CodeStep code)
        {
            return [.. engine.Finish(), new Statement(StatementKind.Code, $"{code.Type}::{code.Method}@{code.Assembly}")];
        }

        try
        {
            return [.. engine.Render(turn)];
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
        loss.Rule == Loss.OnSqlite ? loss.Why.Length == 0 ? Items.Of(loss.What) : Items.Of(loss.What, loss.Why) : Items.Of(loss.What, Dialect.Of(target.Kind).Name, loss.Why);
}
