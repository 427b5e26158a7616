#pragma warning disable CS1591 // Each member is the type of the same name in System.Data.DbType.
namespace Migrations.Build.Model.Operations;

/// <summary>The kinds of column type: those of <c>System.Data.DbType</c>, and the database's own text.</summary>
public enum TypeKind
{
    /// <summary>No type was said.</summary>
    Unspecified,

    /// <summary>The database's own type text.</summary>
    Custom,

    AnsiString,
    AnsiStringFixedLength,
    Binary,
    Boolean,
    Byte,
    Currency,
    Date,
    DateTime,
    DateTime2,
    DateTimeOffset,
    Decimal,
    Double,
    Guid,
    Int16,
    Int32,
    Int64,
    Object,
    SByte,
    Single,
    String,
    StringFixedLength,
    Time,
    UInt16,
    UInt32,
    UInt64,
    VarNumeric,
    Xml,
}
