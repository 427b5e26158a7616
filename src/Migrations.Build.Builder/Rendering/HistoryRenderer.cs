using Migrations.Build.Builder.Rendering.Databases;
using Migrations.Build.Builder.Rendering.Databases.Sqlite;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;

namespace Migrations.Build.Builder.Rendering;

/// <summary>Renders one migration after the other. What an engine must know of a table that it changes, it knows from what was rendered before.</summary>
public sealed class HistoryRenderer(DatabaseTarget target) : IDisposable
{
    private readonly Engine _engine = Engine.For(target);

    /// <summary>The history so far as SQLite has it; null on other engines.</summary>
    internal SqliteReplay? Replay => (_engine as SqliteEngine)?.Replay;

    /// <summary>The statements of steps that stay: the next ones find what these did.</summary>
    public Rendered Render(Trace trace) => Renderer.Render(target, _engine, trace);

    /// <summary>The statements of both ways of a migration, which stays applied.</summary>
    public (Rendered Up, Rendered Down) Both(Trace up, Trace down)
    {
        var rendered = Render(up);
        return (rendered, Passing(() => Render(down)));
    }

    /// <summary>The statements of both ways of a migration that has no place in the order of the others.</summary>
    public (Rendered Up, Rendered Down) Aside(Trace up, Trace down) => Passing(() => (Render(up), Render(down)));

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

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
