using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Chains;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Tells how tables and columns of the older schema are called after Up.</summary>
internal sealed class TableNames(SchemaState before, SchemaState after, Link link)
{
    private readonly IReadOnlyList<Operation> _operations = [.. link.Script?.Up.Select(s => s.Operation) ?? []];

    /// <summary>Whether anything may have another name.</summary>
    public bool MayDiffer => link.Up.Any(s => s.Text.Contains("RENAME", StringComparison.OrdinalIgnoreCase));

    /// <summary>The table of the newer schema that a table became; null when it is gone.</summary>
    public string? After(string table) => after.Table(table)?.Name ?? Renamed(table) ?? SameRoot(table);

    /// <summary>The table of the older schema that became a table; null when it is new.</summary>
    public string? Before(string table) => before.Tables.FirstOrDefault(t => After(t.Name) is { } became && Same(became, table))?.Name;

    /// <summary>The column of the newer schema that a column became.</summary>
    public string After(string table, string column) => _operations
        .OfType<RenameColumn>()
        .Where(o => Same(o.Table.Name, table) || Same(o.Table.Name, After(table) ?? table))
        .Aggregate(column, (name, o) => Same(o.Column, name) ? o.NewName : name);

    private string? Renamed(string table) =>
        _operations.OfType<RenameTable>().Aggregate(table, (name, o) => Same(o.Table.Name, name) ? o.NewName : name) is var name && !Same(name, table) ? after.Table(name)?.Name : null;

    // SQL that renames a table leaves its rows where they are.
    private string? SameRoot(string table) =>
        before.Table(table) is { } old ? after.Tables.FirstOrDefault(t => t.Root == old.Root && before.Table(t.Name) is null)?.Name : null;

    private static bool Same(string a, string b) => AsciiComparer.IgnoreCase.Equals(a, b);
}
