using Migrations.Build.Analyzers.Reading.Terms;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>Reads chains about keys, indexes, sequences and schemas.</summary>
internal static class PartChains
{
    public static string? Key(Chain chain, Slots slots, KeyKind kind, bool isCreate)
    {
        var (name, columns, features) = (First(chain.Calls[0]), new List<Term?>(), new FeatureChain());
        foreach (var call in chain.Calls.Skip(1))
        {
            switch (call.Method)
            {
                case "OnTable" or "FromTable":
                    slots.Table = First(call);
                    break;
                case "WithSchema" or "InSchema":
                    slots.Schema = First(call);
                    break;
                case "Column" or "Columns":
                    columns.Add(First(call));
                    break;
                default:
                    if (!features.Read(call, ofConstraint: true))
                    {
                        return call.Method;
                    }

                    break;
            }
        }

        slots.Add(0, () =>
        {
            var all = columns.SelectMany(Told.Texts).ToItems();
            var named = Told.OptionalText(name) ?? string.Join("_", [kind == KeyKind.Primary ? "PK" : "UC", slots.Name.Name, .. all]);
            var kept = features.All;
            return isCreate
                ? new AddKey(slots.Name, kind, new Key(named, all) { Features = kept })
                : new DropKey(slots.Name, kind, named) { Columns = all, Features = kept };
        });
        return null;
    }

    public static string? Index(Chain chain, Slots slots, bool isCreate)
    {
        var name = First(chain.Calls[0]);
        var columns = new List<(Term? Name, bool Descending, FeatureChain Features)>();
        var features = new FeatureChain();
        var (unique, clustered) = (false, false);
        foreach (var call in chain.Calls.Skip(1))
        {
            switch (call.Method)
            {
                case "OnTable":
                    slots.Table = First(call);
                    break;
                case "InSchema":
                    slots.Schema = First(call);
                    break;
                case "OnColumn" or "OnColumns":
                    columns.AddRange(call.Method == "OnColumns" && First(call) is ListTerm list ? list.Items.Select(i => ((Term?)i, false, new FeatureChain())) : [(First(call), false, new FeatureChain())]);
                    break;
                case "Ascending" or "Descending" when columns.Count > 0:
                    columns[columns.Count - 1] = (columns[columns.Count - 1].Name, call.Method == "Descending", columns[columns.Count - 1].Features);
                    break;
                case "Unique" when call.Arguments.Count == 0:
                    unique = true;
                    break;
                case "Clustered" or "NonClustered":
                    clustered = call.Method == "Clustered";
                    break;
                case "WithOptions":
                    break;
                default:
                    // Of the last column are those about its nulls.
                    var isOfColumn = call.Method.StartsWith("Nulls", StringComparison.Ordinal) && columns.Count > 0;
                    if (!(isOfColumn ? columns[columns.Count - 1].Features : features).Read(call))
                    {
                        return call.Method;
                    }

                    unique |= call.Method.StartsWith("UniqueNulls", StringComparison.Ordinal);
                    break;
            }
        }

        slots.Add(0, () =>
        {
            var all = columns.Select(c => new IndexColumn(Told.Text(c.Name)) { Descending = c.Descending, Features = c.Features.All }).ToItems();
            var named = Told.OptionalText(name) ?? string.Join("_", ["IX", slots.Name.Name, .. all.Select(c => c.Name)]);
            var kept = features.All;
            return isCreate
                ? new CreateIndex(new TableIndex(named, slots.Name, all) { Unique = unique, Clustered = clustered, Features = kept })
                : new DropIndex(slots.Name, named) { Columns = all.Select(c => c.Name).ToItems(), Features = kept };
        });
        return null;
    }

    public static string? Sequence(Chain chain, Slots slots)
    {
        slots.Table = First(chain.Calls[0]);
        var said = chain.Calls.Skip(1).GroupBy(c => c.Method).ToDictionary(c => c.Key, c => c.Last(), StringComparer.Ordinal);
        Term? Said(string method) => said.TryGetValue(method, out var call) ? First(call) : null;
        slots.Schema = Said("InSchema");
        slots.Add(0, () => new CreateSequence(new Sequence(slots.Name)
        {
            Increment = Told.Long(Said("IncrementBy")),
            Minimum = Told.Long(Said("MinValue")),
            Maximum = Told.Long(Said("MaxValue")),
            Start = Told.Long(Said("StartWith")),
            Cache = Told.Long(Said("Cache")),
            Cycle = said.ContainsKey("Cycle"),
        }));
        return null;
    }

    public static string? Schema(Chain chain, Slots slots)
    {
        var features = new FeatureChain();
        slots.Add(0, () => new CreateSchema(Told.Text(First(chain.Calls[0]))) { Features = features.All });
        return chain.Calls.Skip(1).FirstOrDefault(c => !features.Read(c))?.Method;
    }

    private static Term? First(Call call) => call.Arguments.Count > 0 ? call.Arguments[0].Value : null;
}
