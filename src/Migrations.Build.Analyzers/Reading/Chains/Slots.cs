using Migrations.Build.Analyzers.Reading.Terms;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>What a chain adds, call by call; what it is comes out when the chain is complete, since later calls complete it.</summary>
internal sealed class Slots
{
    private readonly List<(int Call, Func<IEnumerable<Operation>> Make)> _slots = [];

    /// <summary>The schema that the chain names.</summary>
    public Term? Schema { get; set; }

    /// <summary>The table that the chain is about.</summary>
    public Term? Table { get; set; }

    /// <summary>What makes the chain incomplete.</summary>
    public string? Problem { get; set; }

    /// <summary>The table's name.</summary>
    /// <exception cref="UntoldException">It is not known.</exception>
    public TableName Name => new(Told.OptionalText(Schema), Told.Text(Table));

    /// <summary>What an operation that cannot be told touches; nothing where that is not known.</summary>
    public Items<string> Touches => Table is ConstantTerm { Value: string { Length: > 0 } table } && Schema is null or ConstantTerm
        ? Items.Of(Schema is ConstantTerm { Value: string { Length: > 0 } schema } ? schema + "." + table : table)
        : Items<string>.Empty;

    public object Add(int call, Func<Operation> make) => AddMany(call, () => [make()]);

    public object AddMany(int call, Func<IEnumerable<Operation>> make)
    {
        _slots.Add((call, make));
        return make;
    }

    public void Remove(object slot) => _slots.RemoveAll(s => ReferenceEquals(s.Make, slot) || ReferenceEquals(s.Make.Target, slot));

    /// <summary>The operations in their order.</summary>
    public IReadOnlyList<ChainOperation> Read()
    {
        var read = new List<ChainOperation>();
        foreach (var (call, make) in _slots)
        {
            try
            {
                read.AddRange(make().Select(o => new ChainOperation(call, o) { Problem = Problem }).ToArray());
            }
            catch (UntoldException e)
            {
                read.Add(new(call, new Opaque(e.Message) { Touches = Touches }));
            }
        }

        return read;
    }
}
