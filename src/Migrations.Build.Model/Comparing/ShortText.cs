using System.Globalization;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Comparing;

/// <summary>Schema objects in a few words, so that two of them can be told apart by a person.</summary>
public static class ShortText
{
    /// <summary>A column: type, nullability and what else is said of it.</summary>
    public static string Of(Column column) => Joined(
        Of(column.Type),
        column.Nullable == true ? "null" : "not null",
        column.Default is { } value ? "default " + Of(value) : null,
        column.Identity ? "identity" : null,
        column.Computed is { } computed ? "computed (" + computed.Expression + ")" + (computed.Stored ? " stored" : "") : null,
        column.Collation is { } collation ? "collate " + collation : null,
        column.Description is { } description ? "described '" + description + "'" : null,
        column.Descriptions.Count > 0 ? "described " + string.Join(", ", column.Descriptions.Select(d => d.Name + " '" + d.Text + "'")) : null,
        Of(column.Features));

    /// <summary>A type, such as <c>String(50)</c>.</summary>
    public static string Of(ColumnType type) => type.Custom ?? type.Kind + (type.Size, type.Precision) switch
    {
        (null, null) => "",
        ({ } size, null) => "(" + Number(size) + ")",
        (var size, { } precision) => "(" + (size is { } s ? Number(s) : "") + "," + Number(precision) + ")",
    };

    /// <summary>A value; text in quotes.</summary>
    public static string Of(Value value) => value.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Text or ValueKind.AnsiText => "'" + value.Text + "'",
        _ => value.Text ?? "",
    };

    /// <summary>A key: its columns.</summary>
    public static string Of(Key key) => Joined("(" + string.Join(", ", key.Columns) + ")", Of(key.Features));

    /// <summary>A check: its expression.</summary>
    public static string Of(Check check) => "(" + check.Expression + ")";

    /// <summary>An index: its columns, and whether it is unique.</summary>
    public static string Of(TableIndex index) => Joined(
        index.Unique ? "unique" : null,
        index.Clustered ? "clustered" : null,
        "(" + string.Join(", ", index.Columns.Select(c => Joined(c.Name, c.Descending ? "desc" : null, Of(c.Features)))) + ")",
        Of(index.Features));

    /// <summary>A foreign key: its columns, what they refer to, its actions.</summary>
    public static string Of(ForeignKey key) => Joined(
        "(" + string.Join(", ", key.Columns) + ") to " + key.Referenced + " (" + string.Join(", ", key.ReferencedColumns) + ")",
        key.OnDelete == ForeignKeyAction.None ? null : "on delete " + key.OnDelete,
        key.OnUpdate == ForeignKeyAction.None ? null : "on update " + key.OnUpdate);

    /// <summary>A sequence: what is said of it.</summary>
    public static string Of(Sequence sequence) => Joined(
        "start " + Number(sequence.Start),
        "by " + Number(sequence.Increment),
        "from " + Number(sequence.Minimum),
        "to " + Number(sequence.Maximum),
        "cache " + Number(sequence.Cache),
        sequence.Cycle ? "cycle" : null);

    private static string? Of(Items<Feature> features) => features.Count == 0 ? null
        : string.Join(" ", features.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key + "=" + string.Join(",", f.Values.Select(Of))));

    private static string Number(long? number) => number is { } n ? n.ToString(CultureInfo.InvariantCulture) : "default";

    private static string Joined(params string?[] parts) => string.Join(" ", parts.Where(p => !string.IsNullOrEmpty(p)));
}
