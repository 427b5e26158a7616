using Migrations.Build.Analyzers.Reading.Chains;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Drafts;

/// <summary>Turns the chains of a finished draft into operations; what is left refers to no part of the compilation.</summary>
internal sealed class DraftCompiler
{
    private readonly Dictionary<Chain, IReadOnlyList<ChainOperation>> _read = [];

    /// <summary>What FluentMigrator would refuse, with its place.</summary>
    public List<(string Problem, Position Place)> Problems { get; } = [];

    /// <summary>The nodes with operations in place of chains.</summary>
    public IReadOnlyList<DraftNode> Compile(IReadOnlyList<DraftNode> nodes) => nodes.SelectMany(Compile).ToArray();

    private IEnumerable<DraftNode> Compile(DraftNode node)
    {
        switch (node)
        {
            case ChainNode chain:
                return Operations(chain);
            case DatabaseNode only:
                return Compile(only.Body) is { Count: > 0 } body ? [new DatabaseNode(only.Condition, body)] : [];
            case ForkNode fork:
                var compiled = new ForkNode(fork.Condition, fork.Why, fork.Place);
                compiled.Then.AddRange(Compile(fork.Then));
                compiled.Else.AddRange(Compile(fork.Else));
                return compiled.Then.Count + compiled.Else.Count > 0 ? [compiled] : [];
            default:
                return [node];
        }
    }

    private IEnumerable<DraftNode> Operations(ChainNode node)
    {
        if (!_read.TryGetValue(node.Chain, out var read))
        {
            _read.Add(node.Chain, read = ChainReader.Read(node.Chain));
        }

        foreach (var made in read.Where(o => o.Call == node.Call))
        {
            var place = node.Chain.Calls[node.Call].Place;
            if (made.Problem is { } problem)
            {
                Problems.Add((problem, place));
            }
            else
            {
                yield return new StepNode(made.Operation, place);
            }
        }
    }
}
