using System.Globalization;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Rounds;

namespace Migrations.Build.Verification.Chains;

/// <summary>What has to be known of the migrations before, beside the database that they left.</summary>
internal sealed record Past
{
    private HashSet<GivenValue>? _given;

    public static Past None { get; } = new();

    /// <summary>What is missing because it could not run.</summary>
    public Items<Gap> Gaps { get; init; } = Items<Gap>.Empty;

    /// <summary>The rows that migrations wrote; all others are made up.</summary>
    public Items<OwnRow> Own { get; init; } = Items<OwnRow>.Empty;

    /// <summary>The values that migrations wrote into rows of any kind.</summary>
    public Items<GivenValue> Given { get; init; } = Items<GivenValue>.Empty;

    /// <summary>What migrations asked of the file itself.</summary>
    public Items<string> Settings { get; init; } = Items<string>.Empty;

    /// <summary>What is missing and is named in what went wrong; null when nothing is.</summary>
    public Gap? Named(IEnumerable<string> texts) => Gaps.FirstOrDefault(g => texts.Any(t => Words.Contains(t, g.Name)));

    /// <summary>What a migration needs and is missing; null when there is nothing.</summary>
    /// <param name="link">The migration.</param>
    /// <param name="rows">Whether to look for rows that are missing, or else for objects.</param>
    public Gap? Needed(Link link, bool rows) => Gaps.FirstOrDefault(g => g.RowsOnly == rows && (link.Entry.Tables.Contains(g.Name, AsciiComparer.IgnoreCase)
        || link.Up.Concat(link.Down).Any(s => Words.Contains(s.Text, g.Name))));

    /// <summary>The rows of a table that migrations wrote.</summary>
    public HashSet<UInt128> OwnRows(string table) => Own.Where(o => AsciiComparer.IgnoreCase.Equals(o.Table, table)).Select(o => UInt128.Parse(o.Id, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToHashSet();

    public bool IsGiven(string table, string column, UInt128 value) => Given.Count > 0
        && (_given ??= [.. Given.Select(g => g with { Table = AsciiComparer.Upper(g.Table), Column = AsciiComparer.Upper(g.Column) })])
            .Contains(new(AsciiComparer.Upper(table), AsciiComparer.Upper(column), Text(value)));

    public Past With(IEnumerable<Gap> gaps) => this with { Gaps = Gaps.Concat(gaps.Where(g => g.Name.Length > 0)).DistinctBy(g => (AsciiComparer.Upper(g.Name), g.RowsOnly)).ToItems() };

    /// <summary>The same behind a migration that wrote more, by the names that hold then.</summary>
    public Past Behind(TableNames names, IReadOnlyCollection<OwnRow> own, IReadOnlyCollection<GivenValue> given) => !names.MayDiffer
        ? own.Count + given.Count == 0 ? this : new() { Gaps = Gaps, Settings = Settings, Own = Own.Concat(own).Distinct().ToItems(), Given = Given.Concat(given).Distinct().ToItems() }
        : Renamed(names, own, given);

    private Past Renamed(TableNames names, IEnumerable<OwnRow> own, IEnumerable<GivenValue> given) => new()
    {
        Gaps = Gaps,
        Settings = Settings,
        Own = Own.GroupBy(o => o.Table).SelectMany(t => names.After(t.Key) is { } now ? t.Select(o => o with { Table = now }) : []).Concat(own).Distinct().ToItems(),
        Given = Given.GroupBy(g => (g.Table, g.Column))
            .SelectMany(c => names.After(c.Key.Table) is { } now && names.After(c.Key.Table, c.Key.Column) is var column ? c.Select(g => g with { Table = now, Column = column }) : [])
            .Concat(given).Distinct().ToItems(),
    };

    public static string Text(UInt128 digest) => digest.ToString("x32", CultureInfo.InvariantCulture);
}
