using Migrations.Build.Analyzers.Reading.Terms;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>Reads the simple chains of <c>Delete</c> and <c>Rename</c>.</summary>
internal static class DropChains
{
    public static string? Table(Chain chain, Slots slots)
    {
        slots.Table = First(chain.Calls[0]);
        slots.Schema = Said(chain, "InSchema");
        slots.Add(0, () => new DropTable(slots.Name) { IfExists = chain.Calls.Any(c => c.Method == "IfExists") });
        return null;
    }

    public static string? Columns(Chain chain, Slots slots)
    {
        (slots.Table, slots.Schema) = (Said(chain, "FromTable"), Said(chain, "InSchema"));
        slots.AddMany(0, () => chain.Calls.Where(c => c.Method == "Column").Select(c => (Operation)new DropColumn(slots.Name, Told.Text(First(c)))).ToArray());
        return null;
    }

    public static string? Default(Chain chain, Slots slots)
    {
        (slots.Table, slots.Schema) = (Said(chain, "OnTable"), Said(chain, "InSchema"));
        slots.Add(0, () => new DropDefault(slots.Name, Told.Text(Said(chain, "OnColumn"))));
        return null;
    }

    public static string? Sequence(Chain chain, Slots slots)
    {
        (slots.Table, slots.Schema) = (First(chain.Calls[0]), Said(chain, "InSchema"));
        slots.Add(0, () => new DropSequence(slots.Name));
        return null;
    }

    public static string? Schema(Chain chain, Slots slots)
    {
        slots.Add(0, () => new DropSchema(Told.Text(First(chain.Calls[0]))));
        return null;
    }

    public static string? RenameTable(Chain chain, Slots slots)
    {
        (slots.Table, slots.Schema) = (First(chain.Calls[0]), Said(chain, "InSchema"));
        slots.Add(0, () => new RenameTable(slots.Name, Told.Text(Said(chain, "To"))));
        return null;
    }

    public static string? RenameColumn(Chain chain, Slots slots)
    {
        (slots.Table, slots.Schema) = (Said(chain, "OnTable"), Said(chain, "InSchema"));
        slots.Add(0, () => new RenameColumn(slots.Name, Told.Text(First(chain.Calls[0])), Told.Text(Said(chain, "To"))));
        return null;
    }

    private static Term? Said(Chain chain, string method) => chain.Calls.LastOrDefault(c => c.Method == method) is { } call ? First(call) : null;

    private static Term? First(Call call) => call.Arguments.Count > 0 ? call.Arguments[0].Value : null;
}
