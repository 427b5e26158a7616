using Migrations.Build.Analyzers.Reading.Chains;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Drafts;

/// <summary>Writes down what a body does while it is walked.</summary>
internal sealed class DraftWriter
{
    private readonly List<DraftNode> _all = [];
    private List<DraftNode> _now;

    public DraftWriter() => _now = _all;

    /// <summary>All that was written.</summary>
    public IReadOnlyList<DraftNode> Nodes => _all;

    /// <summary>Where the next piece goes: to be set back where a body or a loop ends that was left early.</summary>
    public List<DraftNode> Point
    {
        get => _now;
        set => _now = value;
    }

    public void Add(DraftNode node) => _now.Add(node);

    public void Add(Operation operation, Position place) => Add(new StepNode(operation, place));

    /// <summary>A call that makes a chain longer; on the databases that the chain is for.</summary>
    public void Add(Chain chain, Call call)
    {
        chain.Add(call);
        var node = new ChainNode(chain, chain.Calls.Count - 1);
        Add(chain.Only is { } only ? new DatabaseNode(only, [node]) : node);
    }

    /// <summary>What is written meanwhile.</summary>
    public List<DraftNode> Aside(Action write)
    {
        var (before, aside) = (_now, new List<DraftNode>());
        _now = aside;
        write();
        _now = before;
        return aside;
    }
}
