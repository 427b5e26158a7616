using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Journal;

namespace Migrations.Build.Runner.RollingBack;

/// <summary>
/// Looks before the first statement whether a table or column that a Down makes is there already. Nothing is run: the statements are
/// read, and what the earlier ones take away or make is kept in mind. Behind a statement that cannot be read nothing is said.
/// </summary>
internal sealed class Obstacles(ISession session, DatabaseKind database)
{
    // By the name without its schema, which one statement may say and another not: what is doubtful is not said.
    private readonly Dictionary<string, bool> _tables = new(AsciiComparer.IgnoreCase);
    private readonly Dictionary<(string Table, string Column), bool> _columns = [];

    /// <summary>The first that is in the way; null when none is known.</summary>
    public async Task<Verdict?> FindAsync(IReadOnlyList<Undo> undos, HistoryState state, CancellationToken cancel)
    {
        foreach (var undo in undos)
        {
            var done = state.Unfinished.FirstOrDefault(u => u.Version == undo.Applied.Version)?.Done;
            foreach (var (statement, number) in undo.Down.Select((s, i) => (s, i + 1)).Where(s => s.s.Kind is StatementKind.Sql or StatementKind.Code && done?.ContainsKey(s.Item2) != true))
            {
                foreach (var effect in statement.Kind == StatementKind.Code ? Items.Of<SqlEffect>(new UnknownEffect("code")) : SqlEffects.Read(statement.Text, database))
                {
                    if (effect is UnknownEffect)
                    {
                        return null;
                    }

                    if (await MadeAsync(effect, cancel).ConfigureAwait(false) is { } there)
                    {
                        return new(ExitCode.Differs, MadeByHand.Rule.Says(undo.Applied.Version, undo.Class, there));
                    }
                }
            }
        }

        return null;
    }

    private async Task<string?> MadeAsync(SqlEffect effect, CancellationToken cancel)
    {
        switch (effect)
        {
            case CreatesTable { IfNotExists: false } made when await ExistsAsync(made.Definition.Name, cancel).ConfigureAwait(false):
                return $"table '{made.Definition.Name}'";
            case CreatesTable made:
                _tables[made.Definition.Name.Name] = true;
                return null;
            case SqlChange { Operation: CreateTable { IfNotExists: false } made } when await ExistsAsync(made.Table, cancel).ConfigureAwait(false):
                return $"table '{made.Table}'";
            case SqlChange { Operation: AddColumn made } when await ExistsAsync(made.Table, made.Column.Name, cancel).ConfigureAwait(false):
                return $"column '{made.Column.Name}' of table '{made.Table}'";
            case SqlChange change:
                Remember(change.Operation);
                return null;
            default:
                return null;
        }
    }

    private void Remember(Operation operation)
    {
        switch (operation)
        {
            case CreateTable made:
                _tables[made.Table.Name] = true;
                break;
            case DropTable gone:
                _tables[gone.Table.Name] = false;
                break;
            case RenameTable renamed:
                _tables[renamed.Table.Name] = false;
                _tables[renamed.NewName] = true;
                break;
            case AddColumn made:
                _columns[Key(made.Table, made.Column.Name)] = true;
                break;
            case DropColumn gone:
                _columns[Key(gone.Table, gone.Column)] = false;
                break;
            case RenameColumn renamed:
                _columns[Key(renamed.Table, renamed.Column)] = false;
                _columns[Key(renamed.Table, renamed.NewName)] = true;
                break;
        }
    }

    private async Task<bool> ExistsAsync(TableName table, CancellationToken cancel) => _tables.TryGetValue(table.Name, out var made)
        ? made
        : await session.HoldsAsync(new Assumption("table", table, null, true), cancel).ConfigureAwait(false);

    // What columns a table has that an earlier statement made is not known here.
    private async Task<bool> ExistsAsync(TableName table, string column, CancellationToken cancel) => !_tables.ContainsKey(table.Name)
        && (_columns.TryGetValue(Key(table, column), out var made) ? made : await session.HoldsAsync(new Assumption("column", table, column, true), cancel).ConfigureAwait(false));

    private static (string Table, string Column) Key(TableName table, string column) => (AsciiComparer.Upper(table.Name), AsciiComparer.Upper(column));
}
