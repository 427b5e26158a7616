using FluentMigrator;
using FluentMigrator.Builders.Create.Table;

namespace Crm.Migrations.Shared;

/// <summary>Creates one table with an id and the audit columns; a subclass adds what is its own.</summary>
public abstract class AuditedTableMigration : Migration
{
    protected abstract string Table { get; }

    public sealed override void Up()
    {
        var table = Create.Table(Table).WithId();
        AddColumns(table);
        table.WithAudit();
        AddIndexes();
        Fill();
    }

    public sealed override void Down() => Delete.Table(Table);

    protected abstract void AddColumns(ICreateTableWithColumnSyntax table);

    protected virtual void AddIndexes()
    {
    }

    protected virtual void Fill()
    {
    }
}
