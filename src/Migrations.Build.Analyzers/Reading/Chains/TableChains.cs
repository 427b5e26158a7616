using Migrations.Build.Analyzers.Reading.Terms;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>Reads chains about tables and columns: <c>Create.Table</c>, <c>Create.Column</c>, <c>Alter.Table</c>, <c>Alter.Column</c>.</summary>
internal static class TableChains
{
    public static string? CreateTable(Chain chain, Slots slots)
    {
        slots.Table = First(chain.Calls[0]);
        var columns = new List<ColumnChain>();
        Term? description = null;
        var ifNotExists = false;
        slots.Add(0, () => new CreateTable(slots.Name, columns.Select(c => c.Column).ToItems()) { Description = Told.OptionalText(description), IfNotExists = ifNotExists });
        for (var i = 1; i < chain.Calls.Count; i++)
        {
            var call = chain.Calls[i];
            switch (call.Method)
            {
                case "InSchema":
                    slots.Schema = First(call);
                    break;
                case "WithDescription":
                    description = First(call);
                    break;
                case "IfNotExists":
                    ifNotExists = true;
                    break;
                case "WithColumn":
                    columns.Add(new(slots, First(call), isAlter: false));
                    break;
                default:
                    if (columns.Count == 0 || !columns[columns.Count - 1].Read(i, call))
                    {
                        return call.Method;
                    }

                    break;
            }
        }

        return null;
    }

    public static string? AlterTable(Chain chain, Slots slots)
    {
        slots.Table = First(chain.Calls[0]);
        Term? description = null;
        ColumnChain? column = null;
        slots.AddMany(0, () => Told.OptionalText(description) is { } text ? [new DescribeTable(slots.Name, text)] : []);
        for (var i = 1; i < chain.Calls.Count; i++)
        {
            var call = chain.Calls[i];
            switch (call.Method)
            {
                case "InSchema":
                    slots.Schema = First(call);
                    break;
                case "WithDescription":
                    description = First(call);
                    break;
                case "ToSchema":
                    var schema = First(call);
                    slots.Add(i, () => new MoveTable(slots.Name, Told.Text(schema)));
                    break;
                case "AddColumn":
                    var added = column = new(slots, First(call), isAlter: false);
                    slots.Add(i, () => new AddColumn(slots.Name, added.Column));
                    break;
                case "AlterColumn":
                    var altered = column = new(slots, First(call), isAlter: true);
                    slots.Add(i, () => new AlterColumn(slots.Name, altered.Column));
                    break;
                default:
                    if (column is null || !column.Read(i, call))
                    {
                        return call.Method;
                    }

                    break;
            }
        }

        return null;
    }

    public static string? Column(Chain chain, Slots slots, bool isAlter)
    {
        var column = new ColumnChain(slots, First(chain.Calls[0]), isAlter);
        slots.Add(0, () => isAlter ? new AlterColumn(slots.Name, column.Column) : new AddColumn(slots.Name, column.Column));
        for (var i = 1; i < chain.Calls.Count; i++)
        {
            var call = chain.Calls[i];
            switch (call.Method)
            {
                case "OnTable":
                    slots.Table = First(call);
                    break;
                case "InSchema":
                    slots.Schema = First(call);
                    break;
                default:
                    if (!column.Read(i, call))
                    {
                        return call.Method;
                    }

                    break;
            }
        }

        return null;
    }

    private static Term? First(Call call) => call.Arguments.Count > 0 ? call.Arguments[0].Value : null;
}
