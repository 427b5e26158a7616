using Migrations.Build.Builder.Rendering.Databases;
using Migrations.Build.Builder.Rendering.Databases.Sqlite;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering;

/// <summary>Renders one migration after the other. What an engine must know of a table that it changes, it knows from what was rendered before.</summary>
public sealed class HistoryRenderer(DatabaseTarget target) : IDisposable
{
    private readonly Engine _engine = Engine.For(target);

    /// <summary>The history so far as SQLite has it; null on other engines.</summary>
    internal SqliteReplay? Replay => (_engine as SqliteEngine)?.Replay;

    /// <summary>The database, and the oldest version that must work.</summary>
    public DatabaseTarget Target => target;

    /// <summary>The statements of steps that stay: the next ones find what these did.</summary>
    public Rendered Render(Trace trace) => Renderer.Render(_engine, trace);

    /// <summary>The condition that a row has the values of the cells.</summary>
    internal string Condition(TableName table, Row row) => _engine.Condition(table, row);

    /// <summary>The statements of both ways of a migration, which stays applied.</summary>
    /// <param name="up">Its Up.</param>
    /// <param name="down">Its Down.</param>
    /// <param name="there">What else stands before a step of Up, by its index, or behind the last one.</param>
    /// <param name="back">The same for Down.</param>
    internal (Rendered Up, Rendered Down) Both(Trace up, Trace down, Func<int, IEnumerable<Statement>> there, Func<int, IEnumerable<Statement>> back)
    {
        var rendered = Renderer.Render(_engine, up, there);
        return (rendered, Passing(() => Down(down, back)));
    }

    /// <summary>The statements of both ways of a migration that has no place in the order of the others.</summary>
    internal (Rendered Up, Rendered Down) Aside(Trace up, Trace down) => Passing(() => (Render(up), Down(down, _ => [])));

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    private Rendered Down(Trace trace, Func<int, IEnumerable<Statement>> back)
    {
        (_engine.GoesDown, _engine.RowsCame) = (true, false);
        try
        {
            return Renderer.Render(_engine, trace, back);
        }
        finally
        {
            (_engine.GoesDown, _engine.RowsCame) = (false, false);
        }
    }

    private T Passing<T>(Func<T> render)
    {
        _engine.Begin();
        try
        {
            return render();
        }
        finally
        {
            _engine.Undo();
        }
    }
}
