using FluentMigrator.Generation;
using Migrations.Build.Builder.Rendering.Expressions;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>
/// What FluentMigrator leaves out where PostgreSQL changes a column's type by no cast of its own: how the values are cast, and that the old
/// default, which it does not cast either, goes before and comes back after.
/// </summary>
internal static class PostgresTypes
{
    /// <summary>The statements for a change of a column, given FluentMigrator's own.</summary>
    public static IEnumerable<string> Changed(AlterColumn operation, Column was, string text, IQuoter quoter)
    {
        var cast = PostgresCasts.Of(was.Type, operation.Column.Type);
        if (cast is not (PostgresCast.Using or PostgresCast.ThroughInteger))
        {
            return [text];
        }

        var column = quoter.QuoteColumnName(operation.Column.Name);
        var alter = $"ALTER TABLE {quoter.QuoteTableName(operation.Table.Name, operation.Table.Schema)} ALTER {column} ";
        var start = text.IndexOf($" {column} TYPE ", StringComparison.Ordinal) + $" {column} TYPE ".Length;
        var end = text.IndexOf($", ALTER {column} ", start, StringComparison.Ordinal) is >= 0 and var next ? next : text.TrimEnd().TrimEnd(';').Length;
        var type = text[start..end].Split(" COLLATE ")[0];
        var casts = (cast == PostgresCast.ThroughInteger ? "::integer" : "") + "::" + type;
        var changed = $"{text[..end]} USING {column}{casts}{text[end..]}";
        return was.Default is not { } value ? [changed]
            : operation.Column.Default is not null ? [alter + "DROP DEFAULT;", changed]
            : [alter + "DROP DEFAULT;", changed, $"{alter}SET DEFAULT ({quoter.QuoteValue(ValueWriter.Write(value))}){casts};"];
    }
}
