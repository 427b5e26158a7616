using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Databases.Sqlite;

/// <summary>Turns changes of a table into rebuilds; changes of the same table that follow one another become one.</summary>
internal sealed class Rebuilds(SqliteReplay replay)
{
    private Rebuild? _held;

    /// <summary>Whether a rebuild of the table is held back, to take in more changes.</summary>
    public bool Holds(string table) => _held is not null && AsciiComparer.IgnoreCase.Equals(_held.Table, table);

    /// <summary>Changes the table, or says why that cannot be.</summary>
    public void Edit(Turn turn, string table, Func<TableText, TableText> change, string? gone, (string Column, string Value)? filled = null)
    {
        var held = _held ?? Of(table);
        if (held is null)
        {
            turn.Lose(Subject.Of(turn.Operation), "it takes a rebuild of the table, and no statement of the history that the build can follow makes that table", rule: Loss.OnSqlite);
            return;
        }

        if (Column(turn.Operation) is { } named && held.Definition.Find(named) is null)
        {
            turn.Lose(Subject.Of(turn.Operation), $"table '{held.Table}' has no column '{named}'", rule: Loss.OnSqlite);
            return;
        }

        Rebuild edited;
        try
        {
            edited = held with { Definition = change(held.Definition), Gone = gone is null ? held.Gone : held.Gone.Add(gone) };
            edited = filled is not var (column, value) ? edited : edited with { Values = new Dictionary<string, string>(edited.Values, AsciiComparer.IgnoreCase) { [column] = value } };
        }
        catch (KeyNotFoundException error)
        {
            turn.Lose(Subject.Of(turn.Operation), error.Message, rule: Loss.OnSqlite);
            return;
        }

        if (edited.Definition.Write("") == held.Definition.Write("") && gone is null)
        {
            // SQLite knows no length of a text, for one.
            return;
        }

        if (RebuildWriter.Fails(edited, replay) is { } why)
        {
            turn.Lose(Subject.Of(turn.Operation), $"SQLite refuses the table that it would give, saying \"{why}\"", rule: Loss.OnSqlite);
            return;
        }

        _held = edited;
        turn.Lose(Subject.Of(turn.Operation), "", Severity.Info, Loss.OnSqlite);
    }

    /// <summary>The statements of what is held back.</summary>
    public Items<Statement> Finish()
    {
        var held = _held;
        _held = null;
        return held is null ? Items<Statement>.Empty : RebuildWriter.Write(held, replay);
    }

    private static string? Column(Operation operation) => operation switch
    {
        AlterColumn o => o.Column.Name,
        SetDefault o => o.Column,
        DropDefault o => o.Column,
        DropColumn o => o.Column,
        _ => null,
    };

    private Rebuild? Of(string table) =>
        replay.Objects(table) is { Count: > 0 } objects && TableText.Read(objects[0].Sql) is { } text ? new(objects, text) : null;
}
