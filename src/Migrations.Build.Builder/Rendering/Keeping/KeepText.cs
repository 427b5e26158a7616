using System.Globalization;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Keeping;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Builder.Rendering.Keeping;

/// <summary>One keep in SQLite's SQL: the names that its statements share.</summary>
internal sealed record KeepText(Keep Keep, Direction Way, string Kept)
{
    /// <summary>The column of a kept table that holds the row's own number, where the table has no primary key.</summary>
    public const string Row = KeptData.RowColumn;

    /// <summary>The column that is not null where a later edit has taken the place of what was kept.</summary>
    public const string State = KeptData.StateColumn;

    /// <summary>The column that is 1 where the way left a row in the place of the kept one.</summary>
    public const string There = "migrations_there";

    /// <summary>How the columns are called that hold what the way left, before their numbers.</summary>
    public const string Noted = "migrations_noted_";

    private static readonly Dialect Sqlite = Dialect.Of(DatabaseKind.Sqlite);

    /// <summary>Gives the keeps of one way of a migration their tables.</summary>
    public static Items<KeepText> Of(long version, Direction way, Items<Keep> keeps) =>
        keeps.SelectMany(k => k.Numbered ? new (Keep Keep, bool Numbers)[] { (k, false), (k, true) } : [(k, false)])
            .Select((k, i) => new KeepText(k.Keep, way, KeptData.NameOf(version, way, i + 1)) { Numbers = k.Numbers }).ToItems();

    /// <summary>Whether this keeps how far the numbers of the table's rows had come, and not the rows.</summary>
    public bool Numbers { get; init; }

    /// <summary>What the manifest says of it.</summary>
    public KeptData Data => new(DatabaseKind.Sqlite, Kept, Numbers ? "sqlite_sequence" : Keep.From.Table.ToString())
    {
        Columns = Numbers ? Items.Of("seq") : Keep.Kind == KeepKind.Values ? Keep.From.Columns : Items<string>.Empty,
        Why = Keep.Why,
        Way = Way,
    };

    /// <summary>Whether rows are told apart by their own number.</summary>
    public bool ByRow => Keep.From.Key.Count == 0;

    /// <summary>Whether rows can be marked as edited since.</summary>
    public bool HasState => !Numbers && Edited is { } edited && (Keep.Kind == KeepKind.Rows ? !ByRow : edited.Columns.Any(c => c.Length > 0) || Keep.Restore!.Sources.Count > 0);

    /// <summary>Whether the kept table has a column of our own.</summary>
    public bool Has(string column) => column == State ? HasState : column == There && Keep.Kind == KeepKind.Rows && Watched.Count > 0;

    /// <summary>Whether kept rows can be marked as edited in some columns only.</summary>
    public bool HasParts => HasState && Keep.From.Columns.Count > 1 && (Keep.Kind == KeepKind.Values || Keep.Changes);

    /// <summary>What an edit is told by, where what the way left has to be noted beside what is kept.</summary>
    public Items<Watched> Watched => !HasState || IsKnown || (Keep.Kind == KeepKind.Rows && !Keep.Changes) ? Items<Watched>.Empty
        : Edited!.Columns.Select((c, i) => (Name: c, Part: (int?)i)).Where(c => c.Name.Length > 0 && !Edited.Key.Contains(c.Name))
            .Concat(Keep.Restore!.Sources.Select(c => (Name: c, Part: (int?)null)))
            .Select((c, i) => new Watched(c.Name, string.Create(CultureInfo.InvariantCulture, $"{Noted}{i + 1}"), c.Part)).ToItems();

    /// <summary>Whether the migration itself says what the way left.</summary>
    public bool IsKnown => Keep is { Kind: KeepKind.Values, NewValues.Count: > 0, Restore: { WrittenAgain: false, Sources.Count: 0 } };

    private KeptPlace? Edited => Keep.Restore?.Edited;

    /// <summary>Whether a kept table may need a column of that name itself.</summary>
    public static bool IsOwn(string column) => column.StartsWith(Noted, StringComparison.OrdinalIgnoreCase)
        || Items.Of(Row, State, There).Contains(column, StringComparer.OrdinalIgnoreCase);

    /// <summary>The kept table in quotes.</summary>
    public string KeptTable => Name(Kept);

    /// <summary>A name in quotes.</summary>
    public static string Name(string name) => QuotedName.Of(name, Sqlite);

    /// <summary>A table's name in quotes; SQLite has no schemas.</summary>
    public static string Name(TableName table) => Name(table.Name);

    /// <summary>The condition that a row of SQLite's own table of numbers is about a table.</summary>
    public static string IsNumberOf(TableName table) => $"sqlite_sequence.name = '{table.Name.Replace("'", "''", StringComparison.Ordinal)}' COLLATE NOCASE";

    /// <summary>The condition that a value of the table is the kept one, down to its storage class.</summary>
    public string Equal(string table, string column, string kept) =>
        $"typeof({table}.{Name(column)}) = typeof({KeptTable}.{Name(kept)}) AND {table}.{Name(column)} IS {KeptTable}.{Name(kept)} COLLATE BINARY";

    /// <summary>The condition that a kept row and a row of the table are the same one.</summary>
    /// <param name="table">The table, as it is called in the statement.</param>
    /// <param name="kept">The kept table, as it is called in the statement.</param>
    /// <param name="now">The names of now.</param>
    /// <param name="equal">The operator for keys: one that is NULL, which SQLite allows in keys that are no numbers, tells no row from another.</param>
    public string Same(string table, string kept, KeptPlace now, string equal = "=") => ByRow
        ? string.Join(" AND ", Keep.From.Beside.Zip(now.Beside).Where(c => c.Second.Length > 0).Select(c => $"{kept}.{Name(c.First)} IS {table}.{Name(c.Second)}").Prepend($"{kept}.{Name(Row)} = {table}.{now.RowNumber}"))
        : string.Join(" AND ", now.Key.Select((c, i) => $"{table}.{Name(c)} {equal} {kept}.{Name(Keep.From.Key[i])}"));
}
