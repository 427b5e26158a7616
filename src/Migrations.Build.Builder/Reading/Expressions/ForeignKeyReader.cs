using System.Data;
using FluentMigrator.Expressions;
using FluentMigrator.Model;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Reading.Expressions;

/// <summary>Reads foreign keys.</summary>
public static class ForeignKeyReader
{
    /// <summary>
    /// The foreign key that a reversed deletion should make. FluentMigrator 8.0.1 swaps the sides when it reverses a
    /// <c>Delete.ForeignKey</c> that names columns, so the key would come back from parent to child; whoever reverses a migration
    /// (it alone knows that the expression was reversed) passes what came out through here.
    /// </summary>
    public static CreateForeignKeyExpression TurnRound(CreateForeignKeyExpression reversed)
    {
        var wrong = reversed.ForeignKey;
        return new CreateForeignKeyExpression
        {
            ForeignKey = new ForeignKeyDefinition
            {
                Name = wrong.Name,
                ForeignTableSchema = wrong.PrimaryTableSchema,
                ForeignTable = wrong.PrimaryTable,
                ForeignColumns = [.. wrong.PrimaryColumns],
                PrimaryTableSchema = wrong.ForeignTableSchema,
                PrimaryTable = wrong.ForeignTable,
                PrimaryColumns = [.. wrong.ForeignColumns],
                OnDelete = wrong.OnDelete,
                OnUpdate = wrong.OnUpdate,
            },
        };
    }

    internal static Operation Read(CreateForeignKeyExpression e) => new AddForeignKey(Key(e.ForeignKey));

    internal static Operation Read(DeleteForeignKeyExpression e)
    {
        var key = e.ForeignKey;
        return new DropForeignKey(Names.Table(key.ForeignTableSchema, key.ForeignTable), key.Name ?? "")
        {
            Described = key.ForeignColumns.Count == 0 ? null : Key(key),
        };
    }

    private static ForeignKey Key(ForeignKeyDefinition key) => new(
        key.Name ?? "",
        Names.Table(key.ForeignTableSchema, key.ForeignTable),
        key.ForeignColumns.ToItems(),
        Names.Table(key.PrimaryTableSchema, key.PrimaryTable),
        key.PrimaryColumns.ToItems())
    {
        OnDelete = Action(key.OnDelete),
        OnUpdate = Action(key.OnUpdate),
    };

    private static ForeignKeyAction Action(Rule rule) => rule switch
    {
        Rule.Cascade => ForeignKeyAction.Cascade,
        Rule.SetNull => ForeignKeyAction.SetNull,
        Rule.SetDefault => ForeignKeyAction.SetDefault,
        _ => ForeignKeyAction.None,
    };
}
