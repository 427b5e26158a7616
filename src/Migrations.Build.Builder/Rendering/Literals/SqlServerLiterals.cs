using FluentMigrator.Runner.Generators.SqlServer;

namespace Migrations.Build.Builder.Rendering.Literals;

/// <summary>SQL Server's literals.</summary>
internal sealed class SqlServerLiterals : SqlServer2008Quoter
{
    public override string QuoteValue(object value) => Literal.Correct(value) ?? base.QuoteValue(value);

    /// <summary>A <c>datetime</c> column refuses a text with more than three digits, but takes a <c>datetime2</c> and rounds it.</summary>
    public override string FormatDateTime(DateTime value) => TimeText.Digits(value) > 3
        ? "CAST('" + TimeText.Of(value) + "' AS DATETIME2)"
        : "'" + TimeText.Of(value) + "'";

    public override string FormatDateTimeOffset(DateTimeOffset value) => "'" + TimeText.Of(value) + "'";
}
