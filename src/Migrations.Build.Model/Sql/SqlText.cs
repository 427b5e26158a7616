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
}
