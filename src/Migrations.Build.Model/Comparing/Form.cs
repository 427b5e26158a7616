using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Comparing;

/// <summary>Parts of tables as their database reads them: what has one form is equal, however it was written.</summary>
internal static class Form
{
    /// <summary>A column.</summary>
    public static string Of(Column column, Dialect dialect) => ShortText.Of(column with
    {
        Type = new(TypeKind.Custom, Custom: TypeForm.Of(column.Type, dialect.Kind)),
        Default = column.Default is { } value ? Of(value, dialect) : null,
        Computed = column.Computed is { } computed ? computed with { Expression = SqlForm.Of(computed.Expression, dialect) } : null,
        Features = column.Features.Where(IsState).ToItems(),
    });

    /// <summary>A check.</summary>
    public static string Of(Check check, Dialect dialect) => SqlForm.Of(check.Expression, dialect);

    // What a change says of a column's numbers is no state of it, and ALWAYS is what no word means.
    private static bool IsState(Feature feature) =>
        feature.Key != "PostgresIdentityModificationType" && !(feature.Key == "PostgresIdentityGeneration" && feature.Values[0].Text == "Always");

    private static Value Of(Value value, Dialect dialect) => value.Kind switch
    {
        ValueKind.Text or ValueKind.AnsiText => Value.Sql("'" + value.Text + "'"),
        ValueKind.Boolean => Value.Sql(dialect.Kind == DatabaseKind.Postgres ? value.Text! : value.Text == "true" ? "1" : "0"),
        ValueKind.Integer or ValueKind.Decimal => Value.Sql(value.Text!),
        ValueKind.System when dialect.Kind == DatabaseKind.Sqlite && value.Text is "CurrentDateTime" or "CurrentUTCDateTime" => Value.Sql("current_timestamp"),
        ValueKind.Sql => Value.Sql(Cast(SqlForm.Of(value.Text!, dialect))),
        _ => value,
    };

    // PostgreSQL shows the type of a constant behind it.
    private static string Cast(string expression)
    {
        var at = expression.IndexOf(" : : ", StringComparison.Ordinal);
        return at > 0 && expression[0] == '\'' && expression.IndexOf('\'', 1) == at - 1 ? expression.Substring(0, at) : expression;
    }
}
