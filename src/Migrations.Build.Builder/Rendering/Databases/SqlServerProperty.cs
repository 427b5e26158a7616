using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>A description as SQL Server keeps it: the extended property <c>MS_Description</c>.</summary>
internal static class SqlServerProperty
{
    /// <summary>Sets the description of a table, or of a column of it; where there may be one already, that one is dropped first.</summary>
    public static string Of(TableName table, string? column, string text, bool exists)
    {
        var schema = table.Schema ?? "dbo";
        var place = $"@level0type = N'SCHEMA', @level0name = {Text(schema)}, @level1type = N'TABLE', @level1name = {Text(table.Name)}"
            + (column is null ? "" : $", @level2type = N'COLUMN', @level2name = {Text(column)}");
        var add = $"EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = {Text(text)}, {place};";
        if (!exists)
        {
            return add;
        }

        var listed = $"fn_listextendedproperty(N'MS_Description', N'SCHEMA', {Text(schema)}, N'TABLE', {Text(table.Name)}, "
            + (column is null ? "NULL, NULL)" : $"N'COLUMN', {Text(column)})");
        return $"IF EXISTS (SELECT * FROM {listed})\n    EXEC sys.sp_dropextendedproperty @name = N'MS_Description', {place};\n{add}";
    }

    private static string Text(string text) => "N'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
