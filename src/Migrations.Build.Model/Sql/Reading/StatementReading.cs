using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Sql.Reading;

/// <summary>Reads a statement by its first word.</summary>
internal static class StatementReading
{
    private static readonly string[] Harmless =
    [
        "SET", "ANALYZE", "VACUUM", "REINDEX", "GRANT", "REVOKE", "DENY", "COMMENT", "EXPLAIN", "SHOW", "USE", "LOCK", "UNLOCK", "CLUSTER",
        "REFRESH", "NOTIFY", "LISTEN", "UNLISTEN", "DISCARD", "CHECKPOINT", "OPTIMIZE", "FLUSH", "PRINT", "RESET", "DESCRIBE", "KILL", "CHECK",
    ];

    // Words that start a statement. SQL Server needs no semicolon between two, so that one of these may begin another statement.
    private static readonly string[] Starters = ["CREATE", "TRUNCATE", "EXEC", "EXECUTE", "MERGE", "INSERT", "UPDATE", "DELETE", "DROP", "ALTER", "IF", "WHILE", "DECLARE", "PRINT"];

    public static IEnumerable<SqlEffect> Read(SqlStatement statement, DatabaseKind database)
    {
        if (statement.Broken)
        {
            return [new UnknownEffect("a quote or comment is not closed")];
        }

        var effects = Dispatch(new SqlCursor(statement, database), statement).ToArray();
        return database == DatabaseKind.SqlServer && MayHoldAnother(statement, effects)
            ? effects.Concat([new UnknownEffect("statements are not separated by semicolons")])
            : effects;
    }

    /// <summary>The effects of a statement that may begin with common table expressions.</summary>
    public static IEnumerable<SqlEffect> Dispatch(SqlCursor cursor, SqlStatement statement) => cursor.Current.Text.ToUpperInvariant() switch
    {
        "CREATE" => CreateReading.Read(cursor, statement),
        "DROP" => DropReading.Read(cursor),
        "ALTER" => AlterReading.Read(cursor, statement),
        "RENAME" when cursor.Ahead(1).Is("TABLE") => RenameReading.Read(cursor),
        "EXEC" or "EXECUTE" when RenameReading.IsProcedure(cursor) => RenameReading.ReadProcedure(cursor),
        "INSERT" or "REPLACE" or "UPDATE" or "DELETE" or "TRUNCATE" or "MERGE" or "WITH" or "COPY" or "LOAD" or "BULK" => DataReading.Read(cursor),
        "SELECT" or "VALUES" or "TABLE" => QueryReading.Read(cursor),
        "COMMENT" when cursor.Ahead(2).Is("TABLE") => CommentReading.Read(cursor),
        "COMMIT" or "ROLLBACK" or "SAVEPOINT" or "RELEASE" or "ABORT" or "END" or "START" or "SAVE" => [new ControlsTransaction(cursor.Current.Text.ToUpperInvariant())],
        "BEGIN" when IsTransaction(cursor) => [new ControlsTransaction("BEGIN")],
        "PRAGMA" when !cursor.Ahead(1).Is("writable_schema") => [new DoesOther("PRAGMA")],
        var word when Harmless.Contains(word, StringComparer.Ordinal) && cursor.Current.Kind == SqlTokenKind.Word => [new DoesOther(word)],
        var word => [new UnknownEffect("'" + word + "' is not a statement that can be read")],
    };

    private static bool IsTransaction(SqlCursor cursor) =>
        cursor.Ahead(1).Kind == SqlTokenKind.End
        || cursor.Ahead(1).IsAny("TRAN", "TRANSACTION", "WORK", "DEFERRED", "IMMEDIATE", "EXCLUSIVE", "ISOLATION", "READ");

    private static bool MayHoldAnother(SqlStatement statement, SqlEffect[] effects)
    {
        // The body of a view, trigger or routine is no statement of its own, and reaches to the end of the batch.
        if (effects.Any(e => e is CreatesView or CreatesTrigger or UnknownEffect or DoesOther { Subject: "FUNCTION" or "PROCEDURE" or "PROC" }))
        {
            return false;
        }

        return statement.Tokens.Skip(1).Zip(statement.Tokens, (token, before) => token.IsAny(Starters) && OnNewLine(statement, before, token)).Any(is_ => is_);
    }

    private static bool OnNewLine(SqlStatement statement, SqlToken before, SqlToken token) =>
        !before.IsAny("ON", "OR", "FOR", "AFTER") && statement.Between(before.End, token.Start).IndexOf('\n') >= 0
        && !(before.Is(',') || before.Is('('));
}
