namespace Migrations.Build.Runner.Tests.Host;

/// <summary>When a process ends itself: around a statement, or where SQLite changes a file.</summary>
internal enum Moment
{
    /// <summary>Never; the run only counts.</summary>
    Never,

    /// <summary>The statement is about to run.</summary>
    Before,

    /// <summary>The statement is running: some of its instructions are done.</summary>
    During,

    /// <summary>The statement has ended, and its migration does not know yet.</summary>
    After,

    /// <summary>SQLite writes, shortens or deletes a file; of what it writes, the first half gets there.</summary>
    Change,
}
