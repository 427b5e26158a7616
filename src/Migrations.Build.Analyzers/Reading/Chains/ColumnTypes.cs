using Migrations.Build.Analyzers.Reading.Terms;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>Reads <c>AsString(100)</c> and its like.</summary>
internal static class ColumnTypes
{
    private static readonly Dictionary<string, TypeKind> Kinds = new(StringComparer.Ordinal)
    {
        ["AsAnsiString"] = TypeKind.AnsiString,
        ["AsBinary"] = TypeKind.Binary,
        ["AsBoolean"] = TypeKind.Boolean,
        ["AsByte"] = TypeKind.Byte,
        ["AsCurrency"] = TypeKind.Currency,
        ["AsDate"] = TypeKind.Date,
        ["AsDateTime"] = TypeKind.DateTime,
        ["AsDateTime2"] = TypeKind.DateTime2,
        ["AsDateTimeOffset"] = TypeKind.DateTimeOffset,
        ["AsDecimal"] = TypeKind.Decimal,
        ["AsDouble"] = TypeKind.Double,
        ["AsFixedLengthString"] = TypeKind.StringFixedLength,
        ["AsFixedLengthAnsiString"] = TypeKind.AnsiStringFixedLength,
        ["AsFloat"] = TypeKind.Single,
        ["AsGuid"] = TypeKind.Guid,
        ["AsInt16"] = TypeKind.Int16,
        ["AsInt32"] = TypeKind.Int32,
        ["AsInt64"] = TypeKind.Int64,
        ["AsString"] = TypeKind.String,
        ["AsTime"] = TypeKind.Time,
        ["AsXml"] = TypeKind.Xml,
    };

    /// <summary>The type that a call says; null where it says none.</summary>
    public static Func<ColumnType>? Read(Call call)
    {
        Term? Named(string parameter) => call.Arguments.FirstOrDefault(a => a.Parameter == parameter)?.Value;
        if (call.Method == "AsCustom")
        {
            return () => new ColumnType(TypeKind.Custom, Custom: Told.Text(Named("customType")));
        }

        if (call.Method == "AsColumnDataType")
        {
            return () => throw new UntoldException("a data type of one's own cannot be told");
        }

        return Kinds.TryGetValue(call.Method, out var kind)
            ? () => new ColumnType(kind, Told.Number(kind == TypeKind.DateTimeOffset ? Named("precision") : Named("size")), kind == TypeKind.DateTimeOffset ? null : Told.Number(Named("precision")))
            : null;
    }
}
