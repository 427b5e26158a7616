using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Running;

namespace Migrations.Build.Runner.Keeping;

/// <summary>
/// Makes what a rollback kept fit the statements of a bundle whose migration was edited meanwhile, by table and column: the bundle's
/// statements run as they stand, and find a column that is new with what the table itself gives it.
/// </summary>
internal sealed class Fitting(ISession session, KeptRegistry registry, DatabaseKind database)
{
    private readonly Dialect _dialect = Dialect.Of(database);
    private Work? _named;

    /// <summary>Makes the kept tables of a restore statement ready for it.</summary>
    public async Task PrepareAsync(Work work, string restore, CancellationToken cancel)
    {
        if (_named != work)
        {
            await RenameAsync(work, cancel).ConfigureAwait(false);
            _named = work;
        }

        var read = KeptNames.Columns(restore);
        foreach (var name in KeptNames.In(restore))
        {
            var kept = await session.ColumnsAsync(name, cancel).ConfigureAwait(false);
            var missing = read.Where(c => !Has(kept, c)).ToArray();
            if (missing.Length > 0)
            {
                await AddAsync(name, kept, missing, Target(work, name), cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The columns of kept data that hold something, and that no statement of a migration brings back.</summary>
    public async Task<IReadOnlyList<string>> HomelessAsync(Work work, KeptTable kept, CancellationToken cancel)
    {
        var read = Restores(work, kept.Name).SelectMany(s => KeptNames.Columns(s.Text)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var homeless = new List<string>();
        foreach (var column in (await session.ColumnsAsync(kept.Name, cancel).ConfigureAwait(false)).Select(c => c.Name).Where(c => !read.Contains(c) && !KeptNames.IsOwn(c) && !Same(kept.Table, KeptNames.Numbers)))
        {
            if (await session.ScalarAsync($"SELECT 1 FROM {Quoted(kept.Name)} WHERE {Quoted(column)} IS NOT NULL LIMIT 1", cancel).ConfigureAwait(false) is not null)
            {
                homeless.Add(column);
            }
        }

        return homeless;
    }

    // Names may have been exchanged: everything that is called otherwise makes room first.
    private async Task RenameAsync(Work work, CancellationToken cancel)
    {
        var wanted = work.Returns.Select(r => r.Name).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var moved = new List<(KeptTable Kept, string? Name)>();
        foreach (var (kept, name) in work.Returns.Where(r => r.Name is null ? wanted.Contains(r.Kept.Name) : !Same(r.Kept.Name, r.Name)).Select(r => (r.Kept, r.Name)))
        {
            var free = await registry.FreeNameAsync(kept.MadeAs, cancel).ConfigureAwait(false);
            await RenameAsync(kept, free, cancel).ConfigureAwait(false);
            moved.Add((kept with { Name = free }, name));
        }

        foreach (var (kept, name) in moved.Where(m => m.Name is not null))
        {
            await RenameAsync(kept, name!, cancel).ConfigureAwait(false);
        }
    }

    private async Task RenameAsync(KeptTable kept, string name, CancellationToken cancel)
    {
        await session.RenameTableAsync(kept.Name, name, cancel).ConfigureAwait(false);
        await registry.RenameAsync(kept, name, cancel).ConfigureAwait(false);
    }

    private async Task AddAsync(string name, IReadOnlyList<TableColumn> kept, string[] missing, string? target, CancellationToken cancel)
    {
        var live = target is null ? [] : await session.ColumnsAsync(target, cancel).ConfigureAwait(false);
        var key = live.Where(c => c.InKey).Select(c => c.Name).ToArray();
        var found = key.Length > 0 && key.All(k => Has(kept, k)) ? string.Join(" AND ", key.Select(k => $"migrations_n.{Quoted(k)} = {Quoted(name)}.{Quoted(k)}")) : "FALSE";
        foreach (var column in missing)
        {
            await session.ExecuteAsync($"ALTER TABLE {Quoted(name)} ADD COLUMN {Quoted(column)}", cancel).ConfigureAwait(false);
            var value = Same(column, KeptData.RowColumn) ? "rowid"
                : live.FirstOrDefault(c => Same(c.Name, column)) is not { InKey: false } own ? "NULL"
                : $"CASE WHEN EXISTS (SELECT 1 FROM {Quoted(target!)} AS migrations_n WHERE {found}) THEN (SELECT migrations_n.{Quoted(column)} FROM {Quoted(target!)} AS migrations_n WHERE {found}) ELSE {own.Default ?? "NULL"} END";
            await session.ExecuteAsync($"UPDATE {Quoted(name)} SET {Quoted(column)} = {value}", cancel).ConfigureAwait(false);
        }
    }

    // The table that the statements bring rows of a kept table to.
    private string? Target(Work work, string kept) => Restores(work, kept).SelectMany(s => SqlEffects.Read(s.Text, database)).Select(e => e switch
    {
        InsertsRows i => i.Table.Name,
        UpdatesRows u => u.Table.Name,
        SqlChange { Operation: Model.Operations.InsertRows i } => i.Table.Name,
        SqlChange { Operation: Model.Operations.UpdateRows u } => u.Table.Name,
        _ => null,
    }).FirstOrDefault(t => t is not null && !Same(t, kept));

    private static IEnumerable<Statement> Restores(Work work, string kept) =>
        work.Statements.Where(s => s.Kind == StatementKind.Restore && KeptNames.In(s.Text).Contains(kept, StringComparer.OrdinalIgnoreCase));

    private static bool Has(IReadOnlyList<TableColumn> columns, string name) => columns.Any(c => Same(c.Name, name));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private string Quoted(string name) => QuotedName.Of(name, _dialect);
}
