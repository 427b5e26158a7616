using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A value that a migration gives, and what for as the subject of a sentence.</summary>
internal sealed record GivenValue(string Subject, Value? Value, bool IsDefault)
{
    /// <summary>The values of an operation.</summary>
    public static IEnumerable<GivenValue> In(Operation operation) => operation switch
    {
        CreateTable o => o.Columns.Select(c => Default(o.Table, c.Name, c.Default)),
        AddColumn o => [Default(o.Table, o.Column.Name, o.Column.Default)],
        AlterColumn o => [Default(o.Table, o.Column.Name, o.Column.Default)],
        SetDefault o => [Default(o.Table, o.Column, o.Default)],
        InsertRows o => o.Rows.SelectMany(r => r.Cells).Select(c => OfCell(o.Table, c)),
        UpdateRows o => o.Set.Concat(o.Where).Select(c => OfCell(o.Table, c)),
        DeleteRows o => o.Where.SelectMany(r => r.Cells).Select(c => OfCell(o.Table, c)),
        _ => [],
    };

    private static GivenValue Default(TableName table, string column, Value? value) => new($"the default of column '{Words.Of(table, column)}'", value, true);

    private static GivenValue OfCell(TableName table, Cell cell) => new($"column '{Words.Of(table, cell.Column)}'", cell.Value, false);
}
