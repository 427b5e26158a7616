using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Reading.Expressions;

/// <summary>Names as FluentMigrator gives them: an empty schema is none.</summary>
internal static class Names
{
    public static TableName Table(string? schema, string? name) => new(Optional(schema), name ?? "");

    public static string? Optional(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
