using Migrations.Build.Analyzers.Reading.Terms;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>Reads <c>Create.ForeignKey</c> and <c>Delete.ForeignKey</c>.</summary>
internal static class ForeignKeyChains
{
    /// <summary>A foreign key with its actions, and the name that FluentMigrator gives one without.</summary>
    public static AddForeignKey Add(ForeignKey key, Term? onDelete, Term? onUpdate) => new(Named(key) with
    {
        OnDelete = onDelete is null ? ForeignKeyAction.None : Told.Action(onDelete),
        OnUpdate = onUpdate is null ? ForeignKeyAction.None : Told.Action(onUpdate),
    });

    public static void Read(Chain chain, Slots slots, bool isCreate)
    {
        var name = chain.Calls[0].Arguments.Count > 0 ? chain.Calls[0].Arguments[0].Value : null;
        var (columns, referenced) = (new List<Term?>(), new List<Term?>());
        Term? toSchema = null, toTable = null, onDelete = null, onUpdate = null;
        var isSecond = false;
        foreach (var call in chain.Calls.Skip(1))
        {
            var argument = call.Arguments.Count > 0 ? call.Arguments[0].Value : null;
            switch (call.Method)
            {
                case "FromTable" or "OnTable":
                    slots.Table = argument;
                    break;
                case "InSchema" when isSecond:
                    toSchema = argument;
                    break;
                case "InSchema":
                    slots.Schema = argument;
                    break;
                case "ForeignColumn" or "ForeignColumns":
                    columns.Add(argument);
                    break;
                case "ToTable":
                    (toTable, isSecond) = (argument, true);
                    break;
                case "PrimaryColumn" or "PrimaryColumns":
                    referenced.Add(argument);
                    break;
                case "OnDelete":
                    onDelete = argument;
                    break;
                case "OnUpdate":
                    onUpdate = argument;
                    break;
                case "OnDeleteOrUpdate":
                    (onDelete, onUpdate) = (argument, argument);
                    break;
            }
        }

        ForeignKey Key() => new(Told.OptionalText(name) ?? "", slots.Name, columns.SelectMany(Told.Texts).ToItems(), new(Told.OptionalText(toSchema), Told.Text(toTable)), referenced.SelectMany(Told.Texts).ToItems());
        slots.Add(0, () => isCreate ? Add(Key(), onDelete, onUpdate) : Drop(Key()));
    }

    private static DropForeignKey Drop(ForeignKey key) =>
        new(key.Table, Named(key).Name) { Described = key.Columns.Count == 0 ? null : Named(key) };

    private static ForeignKey Named(ForeignKey key) => key.Name.Length > 0 ? key
        : key with { Name = "FK_" + string.Join("_", [key.Table.Name, .. key.Columns, key.Referenced.Name, .. key.ReferencedColumns]) };
}
