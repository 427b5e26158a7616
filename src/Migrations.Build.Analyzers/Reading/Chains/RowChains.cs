using Migrations.Build.Analyzers.Reading.Terms;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>Reads changes of rows.</summary>
internal static class RowChains
{
    public static string? Insert(Chain chain, Slots slots)
    {
        slots.Table = First(chain.Calls[0]);
        var rows = new List<Term>();
        var features = new FeatureChain();
        foreach (var call in chain.Calls.Skip(1))
        {
            switch (call.Method)
            {
                case "InSchema":
                    slots.Schema = First(call);
                    break;
                case "Row" or "Rows":
                    rows.AddRange(First(call) is ListTerm list ? (IEnumerable<Term>)list.Items : new[] { First(call)! });
                    break;
                default:
                    if (!features.Read(call))
                    {
                        return call.Method;
                    }

                    break;
            }
        }

        slots.Add(0, () => new InsertRows(slots.Name, rows.Select(r => new Row(Told.Cells(r))).ToItems()) { Features = features.All });
        return null;
    }

    public static string? Update(Chain chain, Slots slots)
    {
        slots.Table = First(chain.Calls[0]);
        Term? set = null, where = null;
        var all = false;
        foreach (var call in chain.Calls.Skip(1))
        {
            switch (call.Method)
            {
                case "InSchema":
                    slots.Schema = First(call);
                    break;
                case "Set":
                    set = First(call);
                    break;
                case "Where":
                    where = First(call);
                    break;
                case "AllRows":
                    all = true;
                    break;
                default:
                    return call.Method;
            }
        }

        slots.Problem = where is null && !all ? "'Update.Table' misses 'Where' or 'AllRows'" : null;
        slots.Add(0, () => new UpdateRows(slots.Name, set is null ? Items<Cell>.Empty : Told.Cells(set), where is null ? Items<Cell>.Empty : Told.Cells(where), all));
        return null;
    }

    public static string? Delete(Chain chain, Slots slots)
    {
        slots.Table = First(chain.Calls[0]);
        var rows = new List<Func<Row>>();
        var all = false;
        foreach (var call in chain.Calls.Skip(1))
        {
            switch (call.Method)
            {
                case "InSchema":
                    slots.Schema = First(call);
                    break;
                case "Row":
                    rows.Add(() => new(Told.Cells(First(call))));
                    break;
                case "IsNull":
                    rows.Add(() => new(Items.Of(new Cell(Told.Text(First(call)), Value.Null))));
                    break;
                case "AllRows":
                    all = true;
                    break;
                default:
                    return call.Method;
            }
        }

        slots.Add(0, () => new DeleteRows(slots.Name, rows.Select(r => r()).ToItems(), all));
        return null;
    }

    private static Term? First(Call call) => call.Arguments.Count > 0 ? call.Arguments[0].Value : null;
}
