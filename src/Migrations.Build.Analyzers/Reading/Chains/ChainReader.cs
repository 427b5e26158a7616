using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>Reads what a fluent chain makes FluentMigrator run, in the order in which its calls add it, with the names that FluentMigrator's conventions give.</summary>
internal static class ChainReader
{
    private static readonly Dictionary<string, Func<Chain, Slots, string?>> Readers = new(StringComparer.Ordinal)
    {
        ["Create.Table"] = TableChains.CreateTable,
        ["Create.Column"] = (chain, slots) => TableChains.Column(chain, slots, isAlter: false),
        ["Create.ForeignKey"] = (chain, slots) => ForeignKey(chain, slots, isCreate: true),
        ["Create.Index"] = (chain, slots) => PartChains.Index(chain, slots, isCreate: true),
        ["Create.PrimaryKey"] = (chain, slots) => PartChains.Key(chain, slots, KeyKind.Primary, isCreate: true),
        ["Create.UniqueConstraint"] = (chain, slots) => PartChains.Key(chain, slots, KeyKind.Unique, isCreate: true),
        ["Create.Sequence"] = PartChains.Sequence,
        ["Create.Schema"] = PartChains.Schema,
        ["Alter.Table"] = TableChains.AlterTable,
        ["Alter.Column"] = (chain, slots) => TableChains.Column(chain, slots, isAlter: true),
        ["Delete.Table"] = DropChains.Table,
        ["Delete.Column"] = DropChains.Columns,
        ["Delete.ForeignKey"] = (chain, slots) => ForeignKey(chain, slots, isCreate: false),
        ["Delete.Index"] = (chain, slots) => PartChains.Index(chain, slots, isCreate: false),
        ["Delete.PrimaryKey"] = (chain, slots) => PartChains.Key(chain, slots, KeyKind.Primary, isCreate: false),
        ["Delete.UniqueConstraint"] = (chain, slots) => PartChains.Key(chain, slots, KeyKind.Unique, isCreate: false),
        ["Delete.DefaultConstraint"] = DropChains.Default,
        ["Delete.Sequence"] = DropChains.Sequence,
        ["Delete.Schema"] = DropChains.Schema,
        ["Delete.FromTable"] = RowChains.Delete,
        ["Rename.Table"] = DropChains.RenameTable,
        ["Rename.Column"] = DropChains.RenameColumn,
        ["Insert.IntoTable"] = RowChains.Insert,
        ["Update.Table"] = RowChains.Update,
        ["Execute.Sql"] = ExecuteChains.Read,
        ["Execute.Script"] = ExecuteChains.Read,
        ["Execute.EmbeddedScript"] = ExecuteChains.Read,
        ["Execute.WithConnection"] = ExecuteChains.Read,
    };

    /// <summary>The operations of a whole chain.</summary>
    public static IReadOnlyList<ChainOperation> Read(Chain chain)
    {
        if (chain.Calls.Count == 0)
        {
            return [];
        }

        var slots = new Slots();
        var begin = chain.Root + "." + chain.Calls[0].Method;
        var unread = Readers.TryGetValue(begin, out var read) ? read(chain, slots) : chain.Calls[0].Method;
        return unread is null ? slots.Read() : [new(0, new Opaque($"'{unread}' of '{begin}' cannot be followed") { Touches = slots.Touches })];
    }

    private static string? ForeignKey(Chain chain, Slots slots, bool isCreate)
    {
        ForeignKeyChains.Read(chain, slots, isCreate);
        return null;
    }
}
