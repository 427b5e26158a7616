using Microsoft.Data.Sqlite;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Databases;
using Migrations.Build.Oracle.Tests.Seeing;

namespace Migrations.Build.Oracle.Tests.Playing;

/// <summary>Runs the statements of a migration as plain FluentMigrator would: nothing is kept, nothing is restored.</summary>
internal static class Plain
{
    /// <summary>Why the statements do not run; null where they did.</summary>
    public static string? Run(string file, MigrationBundle bundle, int version, Direction direction)
    {
        var statements = bundle.Statements(bundle.Find(version)!, DatabaseKind.Sqlite, direction).Where(s => s.Kind == StatementKind.Sql).Select(s => s.Text).ToList();
        using var connection = Sqlite.Open(file);
        Sqlite.Execute(connection, statements.Exists(s => s.Contains("DROP TABLE", StringComparison.OrdinalIgnoreCase)) ? "PRAGMA foreign_keys = OFF" : "PRAGMA foreign_keys = ON");
        try
        {
            Sqlite.Execute(connection, "BEGIN");
            statements.ForEach(s => Sqlite.Execute(connection, s));
            Sqlite.Execute(connection, "COMMIT");
            return null;
        }
        catch (SqliteException e)
        {
            return e.Message;
        }
    }

    public static string Copy(string file, string name)
    {
        var copy = Path.Combine(Path.GetDirectoryName(file)!, name);
        File.Copy(file, copy, overwrite: true);
        return copy;
    }
}
