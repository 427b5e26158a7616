using FluentMigrator.Runner.Generators.SQLite;

namespace Migrations.Build.Builder.Rendering.Literals;

/// <summary>SQLite's literals.</summary>
internal sealed class SqliteLiterals : SQLiteQuoter
{
    public override string QuoteValue(object value) => Literal.Correct(value) ?? base.QuoteValue(value);

    public override string FormatDateTime(DateTime value) => "'" + TimeText.Of(value) + "'";

    public override string FormatDateTimeOffset(DateTimeOffset value) => "'" + TimeText.Of(value) + "'";
}
