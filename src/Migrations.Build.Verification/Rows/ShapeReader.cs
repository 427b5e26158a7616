using System.Globalization;
using System.Text.RegularExpressions;
using Migrations.Build.Model.Operations;
using Migrations.Build.Verification.Catalogs;

namespace Migrations.Build.Verification.Rows;

/// <summary>Reads what values a column holds: from what the migration said, or else from the type that the database shows.</summary>
internal static partial class ShapeReader
{
    private static readonly (string Word, TypeKind Kind)[] Words =
    [
        ("json", TypeKind.Custom), ("uuid", TypeKind.Guid), ("guid", TypeKind.Guid), ("uniqueidentifier", TypeKind.Guid), ("bool", TypeKind.Boolean),
        ("tinyint", TypeKind.Byte), ("smallint", TypeKind.Int16), ("bigint", TypeKind.Int64), ("interval", TypeKind.String), ("int", TypeKind.Int64), ("serial", TypeKind.Int64),
        ("timestamptz", TypeKind.DateTimeOffset), ("datetimeoffset", TypeKind.DateTimeOffset), ("timestamp", TypeKind.DateTime), ("datetime", TypeKind.DateTime),
        ("date", TypeKind.Date), ("time", TypeKind.Time), ("char", TypeKind.String), ("clob", TypeKind.String), ("text", TypeKind.String), ("string", TypeKind.String),
        ("blob", TypeKind.Binary), ("binary", TypeKind.Binary), ("bytea", TypeKind.Binary), ("real", TypeKind.Double), ("doub", TypeKind.Double), ("floa", TypeKind.Double),
        ("dec", TypeKind.Decimal), ("num", TypeKind.Decimal), ("money", TypeKind.Currency), ("xml", TypeKind.Xml), ("bit", TypeKind.Boolean),
    ];

    /// <summary>The shape of a column; <paramref name="said"/> is the column as the history knows it.</summary>
    public static Shape Read(LiveColumn column, Column? said) => said?.Type switch
    {
        null or { Kind: TypeKind.Unspecified } => Declared(column.Type),
        { Kind: TypeKind.Custom } type => Declared(type.Custom ?? column.Type),
        var type => new(type.Kind, type.Size is > 0 and <= Texts.Largest ? type.Size : null, type.Precision),
    };

    private static Shape Declared(string type)
    {
        var kind = Words.FirstOrDefault(w => type.Contains(w.Word, StringComparison.OrdinalIgnoreCase)).Kind;
        var numbers = Numbers().Match(type);
        return new(kind is TypeKind.Custom or TypeKind.Unspecified ? TypeKind.String : kind, Number(numbers.Groups[1]), Number(numbers.Groups[2])) { Json = kind == TypeKind.Custom };
    }

    private static int? Number(Group group) =>
        group.Success && int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    [GeneratedRegex(@"\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
