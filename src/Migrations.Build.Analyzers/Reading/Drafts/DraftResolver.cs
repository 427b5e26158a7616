using Migrations.Build.Analyzers.Reading.Chains;
using Migrations.Build.Analyzers.Reading.Migrations;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Analyzers.Reading.Drafts;

/// <summary>Tells what a draft does on one database, against the schema that earlier migrations leave.</summary>
internal sealed class DraftResolver(DatabaseTarget target, Scripts scripts, Func<Schema> schema)
{
    private readonly Dictionary<Question, bool> _answers = [];
    private readonly List<Step> _steps = [];
    private readonly List<Assumption> _assumptions = [];
    private Schema? _schema;

    /// <summary>The steps that come out.</summary>
    public Items<Step> Steps => Received.On(target.Kind, _steps.ToItems());

    /// <summary>The answers that were given, in the order of the questions.</summary>
    public Items<Assumption> Assumptions => _assumptions.ToItems();

    public DraftResolver Add(IEnumerable<DraftNode> nodes)
    {
        foreach (var node in nodes)
        {
            Add(node);
        }

        return this;
    }

    private void Add(DraftNode node)
    {
        switch (node)
        {
            case StepNode step:
                _steps.Add(new Step(step.Operation is EmbeddedScript script ? scripts.Read(script.Name) : step.Operation) { Place = step.Place.ToPlace() });
                break;
            case AskNode ask:
                _schema ??= schema();
                _answers[ask.Question] = Existence.Of(_schema, ask.Question.Subject, ask.Question.Table, ask.Question.Name);
                _assumptions.Add(new(ask.Question.Subject, ask.Question.Table, ask.Question.Name, _answers[ask.Question]));
                break;
            case DatabaseNode only when only.Condition.Holds(Engines.GeneratorId(target), Engines.Aliases(target)):
                Add(only.Body);
                break;
            case ForkNode { Condition: { } condition } fork:
                Add(Holds(condition) ? fork.Then : fork.Else);
                break;
            case ForkNode fork:
                Guess(fork);
                break;
        }
    }

    private bool Holds(SchemaCondition condition) => condition switch
    {
        Answered answered => _answers.TryGetValue(answered.Question, out var answer) && answer,
        Not not => !Holds(not.Inner),
        Joined { Both: true } joined => Holds(joined.Left) && Holds(joined.Right),
        Joined joined => Holds(joined.Left) || Holds(joined.Right),
        _ => false,
    };

    // Nobody knows which way is taken, so whatever either of them touches may have been touched.
    private void Guess(ForkNode fork)
    {
        var either = new DraftResolver(target, scripts, schema).Add(fork.Then).Add(fork.Else);
        if (either._steps.Count == 0)
        {
            return;
        }

        var touched = either._steps.Select(s => s.Operation is Opaque opaque ? opaque.Touches : Touched.Tables(s.Operation, target.Kind).Select(t => t.ToString()).ToItems()).ToArray();
        _steps.Add(new Step(new Opaque($"whether it is done depends on a condition ({fork.Why})")
        {
            Touches = touched.Any(t => t.Count == 0) ? Items<string>.Empty : touched.SelectMany(t => t).Distinct(StringComparer.Ordinal).ToItems(),
        })
        {
            Place = fork.Place.ToPlace(),
        });
    }
}
