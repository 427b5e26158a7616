namespace Migrations.Build.Model.Operations;

/// <summary>What the text of a <see cref="Value"/> means.</summary>
public enum ValueKind
{
    /// <summary>The database null.</summary>
    Null,

    /// <summary>A Unicode string.</summary>
    Text,

    /// <summary>A string of the database's narrow character set.</summary>
    AnsiText,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>An exact decimal number.</summary>
    Decimal,

    /// <summary>A 32-bit floating number, in round-trip form.</summary>
    Single,

    /// <summary>A 64-bit floating number, in round-trip form.</summary>
    Double,

    /// <summary>A date and time, ISO 8601 with seven fractional digits and no offset.</summary>
    DateTime,

    /// <summary>A date and time with an offset, ISO 8601.</summary>
    DateTimeOffset,

    /// <summary>A date, ISO 8601.</summary>
    Date,

    /// <summary>A time of day or duration, in constant form (<c>d.hh:mm:ss.fffffff</c>).</summary>
    Time,

    /// <summary>A GUID in the form with hyphens.</summary>
    Guid,

    /// <summary>Bytes, as lower-case hexadecimal digits.</summary>
    Binary,

    /// <summary>A value that the database computes: the name of a FluentMigrator <c>SystemMethods</c> member.</summary>
    System,

    /// <summary>SQL text that stands for itself.</summary>
    Sql,

    /// <summary>A value that could not be read; the text says why.</summary>
    Unknown,
}
