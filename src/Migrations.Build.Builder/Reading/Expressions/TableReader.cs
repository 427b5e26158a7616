using FluentMigrator.Expressions;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Reading.Expressions;

/// <summary>Reads expressions about whole tables.</summary>
internal static class TableReader
{
    public static Operation Read(CreateTableExpression e) =>
        new CreateTable(Names.Table(e.SchemaName, e.TableName), e.Columns.Select(ColumnReader.Column).ToItems())
        {
            Description = Names.Optional(e.TableDescription),
        };

    /// <summary><c>Alter.Table</c> leaves a marker that changes nothing unless it carries a description.</summary>
    public static Items<Operation> Read(AlterTableExpression e) => string.IsNullOrEmpty(e.TableDescription)
        ? Items<Operation>.Empty
        : Items.Of<Operation>(new DescribeTable(Names.Table(e.SchemaName, e.TableName), e.TableDescription));

    public static Operation Read(DeleteTableExpression e) =>
        new DropTable(Names.Table(e.SchemaName, e.TableName)) { IfExists = e.IfExists };

    public static Operation Read(RenameTableExpression e) =>
        new RenameTable(Names.Table(e.SchemaName, e.OldName), e.NewName);
}
