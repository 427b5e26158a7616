using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Operations;

/// <summary>Tells which tables an operation touches.</summary>
public static class Touched
{
    /// <summary>The tables that an operation names, each once, in the order in which it names them; of SQL text, those that it changes.</summary>
    public static Items<TableName> Tables(Operation op, DatabaseKind db)
    {
        var dialect = Dialect.Of(db);
        var tables = new List<TableName>();
        foreach (var table in Named(op, db).Where(t => !tables.Exists(known => dialect.Same(known, t))))
        {
            tables.Add(dialect.Resolve(table));
        }

        return tables.ToItems();
    }

    private static IEnumerable<TableName> Named(Operation op, DatabaseKind db) => op switch
    {
        CreateTable o => [o.Table],
        DropTable o => [o.Table],
        RenameTable o => [o.Table, o.Table with { Name = o.NewName }],
        MoveTable o => [o.Table, o.Table with { Schema = o.ToSchema }],
        DescribeTable o => [o.Table],
        AddColumn o => [o.Table],
        AlterColumn o => [o.Table],
        RenameColumn o => [o.Table],
        DropColumn o => [o.Table],
        SetDefault o => [o.Table],
        DropDefault o => [o.Table],
        AddKey o => [o.Table],
        DropKey o => [o.Table],
        AddForeignKey o => [o.ForeignKey.Table, o.ForeignKey.Referenced],
        DropForeignKey o => o.Described is { } key ? [o.Table, key.Referenced] : [o.Table],
        CreateIndex o => [o.Index.Table],
        DropIndex o => [o.Table],
        InsertRows o => [o.Table],
        UpdateRows o => [o.Table],
        DeleteRows o => [o.Table],
        RawSql o => SqlEffects.Read(o.Text, db).SelectMany(e => Changed(e, db)),
        _ => [],
    };

    private static IEnumerable<TableName> Changed(SqlEffect effect, DatabaseKind db) => effect switch
    {
        SqlChange e => Named(e.Operation, db),
        CreatesTable e => [e.Definition.Name],
        CreatesIndex e => [e.Index.Table],
        CreatesTrigger { Trigger.Table: { } table } => [table],
        DropsTrigger { Table: { } table } => [table],
        DropsIndex { Table: { } table } => [table],
        DropsConstraint e => [e.Table],
        AddsCheck e => [e.Table],
        AltersTable e => [e.Table],
        SetsNullable e => [e.Table],
        InsertsRows e => [e.Table],
        UpdatesRows e => [e.Table],
        DeletesRows e => [e.Table],
        _ => [],
    };
}
