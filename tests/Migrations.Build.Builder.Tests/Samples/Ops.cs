using Migrations.Build.Builder.Rendering;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Tests.Samples;

/// <summary>Short words for operations, and for rendering them.</summary>
internal static class Ops
{
    public static TableName T(string name) => name.Split('.') is [var schema, var table] ? new(schema, table) : TableName.Of(name);

    public static Column Id { get; } = new("Id", new(TypeKind.Int32)) { Nullable = false, Identity = true, PrimaryKey = true, PrimaryKeyName = "PK" };

    public static Column C(string name, TypeKind kind = TypeKind.Int32, int? size = null) => new(name, new(kind, size)) { Nullable = true };

    /// <summary>A new table; the key of <see cref="Id"/> is named after it.</summary>
    public static CreateTable Table(string name, params Column[] columns) =>
        new(T(name), columns.Select(c => c.PrimaryKeyName == "PK" ? c with { PrimaryKeyName = "PK_" + name } : c).ToItems());

    public static TableIndex Index(string name, string table, params string[] columns) =>
        new(name, T(table), columns.Select(c => new IndexColumn(c)).ToItems());

    public static Feature F(string key, params Value[] values) => new(key, Items.Of(values));

    public static Row Row(params (string Column, Value Value)[] cells) => new(cells.Select(c => new Cell(c.Column, c.Value)).ToItems());

    public static Row Row(string column, Value value) => Row((column, value));

    public static ForeignKey Key(string name, string table, string column, string referenced) =>
        new(name, T(table), Items.Of(column), T(referenced), Items.Of("Id"));

    public static Items<Step> Steps(params Operation[] operations) => operations.Select(o => new Step(o)).ToItems();

    public static DatabaseTarget Target(string text) => DatabaseTarget.TryParse(text, out var target) ? target! : throw new ArgumentException(text);

    public static Schema After(DatabaseKind kind, IEnumerable<Operation> operations) =>
        operations.Aggregate(Schema.Empty(kind), (schema, o) => Fold.Apply(schema, o).After);

    public static Rendered Render(string target, params Operation[] operations) => Render(target, [], operations);

    public static Rendered Render(string target, Operation[] before, params Operation[] operations)
    {
        var database = Target(target);
        using var history = new HistoryRenderer(database);
        history.Render(Fold.Trace(Schema.Empty(database.Kind), Steps(before), Items<string>.Empty));
        return history.Render(Fold.Trace(After(database.Kind, before), Steps(operations), Items<string>.Empty));
    }

    /// <summary>The one statement, without findings.</summary>
    public static string Sql(string target, params Operation[] operations)
    {
        var rendered = Render(target, operations);
        Assert.Empty(rendered.Findings);
        return Assert.Single(rendered.Statements).Text;
    }

    /// <summary>The one finding: rule, severity and first value.</summary>
    public static (string Rule, Severity? Severity, string What) Finding(Rendered rendered)
    {
        var finding = Assert.Single(rendered.Findings);
        return (finding.Rule, finding.Severity, finding.Values[0]);
    }
}
