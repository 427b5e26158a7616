using FluentMigrator;
using FluentMigrator.Runner.Generators.MySql;

namespace Migrations.Build.Builder.Rendering.Literals;

/// <summary>MySQL's and MariaDB's literals; times have six digits there.</summary>
internal sealed class MySqlLiterals : MySqlQuoter
{
    /// <summary>FluentMigrator doubles backslashes in SQL text that stands for itself, too; here it stays as it is.</summary>
    public override string QuoteValue(object value) => Literal.Correct(value) ?? base.QuoteValue(value);

    public override string FormatDateTime(DateTime value) => "'" + TimeText.Of(value, 6) + "'";

    public override string FromTimeSpan(TimeSpan value) => "'" + TimeText.InHours(value, 6) + "'";

    /// <summary>Only an expression in parentheses may be a default (https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html).</summary>
    public override string FormatSystemMethods(SystemMethods value) =>
        value == SystemMethods.CurrentUser ? "(CURRENT_USER())" : base.FormatSystemMethods(value);
}
