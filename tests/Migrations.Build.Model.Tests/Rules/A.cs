using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Tests.Rules;

/// <summary>Short words for what the tests of rules are made of.</summary>
internal static class A
{
    public static readonly DatabaseKind[] Everywhere = [.. Dialect.All.Select(d => d.Kind)];

    public static Situation History(params Draft[] drafts) => new(drafts);

    public static Draft Migration(long version, params Operation[] ups) => new(version, ups);

    public static TableName Table(string name) => TableName.Of(name);

    public static Column Id() => new("id", new ColumnType(TypeKind.Int64)) { Nullable = false, PrimaryKey = true };

    public static Column Text(string name, int? size = null) => new(name, new ColumnType(TypeKind.String, size)) { Nullable = true };

    public static Column Int(string name) => new(name, new ColumnType(TypeKind.Int32)) { Nullable = true };

    public static Column Typed(string name, TypeKind kind, int? size = null, int? precision = null) =>
        new(name, new ColumnType(kind, size, precision)) { Nullable = true };

    /// <summary>A table with an id and the given columns.</summary>
    public static CreateTable Create(string table, params Column[] columns) => new(Table(table), new[] { Id() }.Concat(columns).ToItems());

    public static DropTable Drop(string table) => new(Table(table));

    public static AddColumn Add(string table, Column column) => new(Table(table), column);

    public static AlterColumn Alter(string table, Column column) => new(Table(table), column);

    public static DropColumn DropColumn(string table, string column) => new(Table(table), column);

    public static CreateIndex Index(string name, string table, params string[] columns) =>
        new(new TableIndex(name, Table(table), columns.Select(c => new IndexColumn(c)).ToItems()));

    public static DropIndex DropIndex(string name, string table) => new(Table(table), name);

    public static AddForeignKey ForeignKey(string name, string table, string column, string referenced) =>
        new(new ForeignKey(name, Table(table), Items.Of(column), Table(referenced), Items.Of("id")));

    public static DropForeignKey DropForeignKey(string name, string table) => new(Table(table), name);

    public static InsertRows Insert(string table, string column, string value) =>
        new(Table(table), Items.Of(new Row(Items.Of(new Cell(column, Value.Of(value))))));

    public static UpdateRows UpdateAll(string table, string column, string value) =>
        new(Table(table), Items.Of(new Cell(column, Value.Of(value))), Items<Cell>.Empty, true);

    /// <summary>Fills the rows that hold null.</summary>
    public static UpdateRows FillNulls(string table, string column, string value) =>
        new(Table(table), Items.Of(new Cell(column, Value.Of(value))), Items.Of(new Cell(column, Value.Null)), false);

    public static RawSql Sql(string text) => new(text, SqlSource.Statement);

    public static CodeStep Code() => new("M", "Step", "Crm");
}
