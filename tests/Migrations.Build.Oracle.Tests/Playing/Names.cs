using Migrations.Build.Oracle.Tests.Telling;

namespace Migrations.Build.Oracle.Tests.Playing;

/// <summary>What tables and columns were called at an earlier version.</summary>
internal sealed class Names(IEnumerable<Rename> since)
{
    private readonly Rename[] _last = [.. since.Reverse()];

    public string Table(string table) => Go(table, null).Table;

    public string Column(string table, string column) => Go(table, column).Column!;

    private (string Table, string? Column) Go(string table, string? column)
    {
        foreach (var rename in _last)
        {
            if (rename.Column is null)
            {
                table = Same(rename.To, table) ? rename.Table : table;
            }
            else if (column is not null && Same(rename.Table, table) && Same(rename.To, column))
            {
                column = rename.Column;
            }
        }

        return (table, column);
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
