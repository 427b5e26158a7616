using Migrations.Build.Model.Databases;

namespace Migrations.Build.Model.Sql;

/// <summary>Scripts as their statements.</summary>
public static class SqlText
{
    /// <summary>
    /// The statements of a script, without what ends them, the way a client of the engine takes it apart: at semicolons outside bodies,
    /// at what <c>DELIMITER</c> says, on SQL Server only at lines with <c>GO</c>, since its variables live as long as the batch.
    /// </summary>
    public static Items<string> Split(string text, DatabaseKind db) =>
        StatementSplitter.Split(text, db, insideBatches: false).Select(s => s.Text).ToItems();

    /// <summary>Whether the text changes what ends a statement, which MySQL's own client does and no server.</summary>
    public static bool ChangesDelimiter(string text, DatabaseKind db) =>
        text.IndexOf("DELIMITER", StringComparison.OrdinalIgnoreCase) >= 0 && StatementSplitter.ChangesDelimiter(text, db);

    /// <summary>The statements as a client sends them: each with the comments around it, some of which MySQL executes.</summary>
    public static Items<string> SplitWhole(string text, DatabaseKind db) =>
        StatementSplitter.Split(text, db, insideBatches: false).Select(s => s.Whole.Trim()).ToItems();
}
