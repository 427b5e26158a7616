using FluentMigrator;
using FluentMigrator.Runner.Generators.Postgres;
using FluentMigrator.Runner.Processors.Postgres;

namespace Migrations.Build.Builder.Rendering.Literals;

/// <summary>PostgreSQL's literals.</summary>
internal sealed class PostgresLiterals(bool hasUuids) : PostgresQuoter(new PostgresOptions())
{
    public override string QuoteValue(object value) => Literal.Correct(value) ?? base.QuoteValue(value);

    public override string FormatDateTime(DateTime value) => "'" + TimeText.Of(value) + "'";

    public override string FormatDateTimeOffset(DateTimeOffset value) => "'" + TimeText.Of(value) + "'";

    /// <summary><c>gen_random_uuid()</c> is built in from version 13 (https://www.postgresql.org/docs/13/functions-uuid.html); FluentMigrator's function needs the extension uuid-ossp.</summary>
    public override string FormatSystemMethods(SystemMethods value) =>
        value == SystemMethods.NewGuid && hasUuids ? "gen_random_uuid()" : base.FormatSystemMethods(value);
}
