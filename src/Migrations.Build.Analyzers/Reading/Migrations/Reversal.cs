using Migrations.Build.Model;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Migrations;

/// <summary>What FluentMigrator makes of Up to go back, where it derives Down.</summary>
internal static class Reversal
{
    /// <summary>The steps back; null where one cannot be reversed, which is then in <paramref name="irreversible"/>.</summary>
    public static Items<Step>? Of(Items<Step> up, out Operation? irreversible)
    {
        var down = new List<Step>();
        irreversible = null;
        foreach (var step in up.Reverse())
        {
            if (Of(step.Operation) is not { } back)
            {
                irreversible = step.Operation;
                return null;
            }

            down.Add(step with { Operation = back });
        }

        return down.ToItems();
    }

    private static Operation? Of(Operation operation) => operation switch
    {
        CreateSchema o => new DropSchema(o.Name),
        CreateTable { IfNotExists: false } o => new DropTable(o.Table),
        DescribeTable => operation,
        RenameTable o => new RenameTable(o.Table with { Name = o.NewName }, o.Table.Name),
        AddColumn o => new DropColumn(o.Table, o.Column.Name),
        RenameColumn o => new RenameColumn(o.Table, o.NewName, o.Column),
        CreateIndex o => new DropIndex(o.Index.Table, o.Index.Name) { Columns = o.Index.Columns.Select(c => c.Name).ToItems(), Features = o.Index.Features },
        AddKey o => new DropKey(o.Table, o.Kind, o.Key.Name) { Columns = o.Key.Columns, Features = o.Key.Features },
        AddForeignKey o => new DropForeignKey(o.ForeignKey.Table, o.ForeignKey.Name) { Described = o.ForeignKey },
        DropForeignKey { Described: { } key } => new AddForeignKey(key),
        InsertRows o => new DeleteRows(o.Table, o.Rows, false),
        DeleteRows { AllRows: false } o => new InsertRows(o.Table, o.Where),
        _ => null,
    };
}
