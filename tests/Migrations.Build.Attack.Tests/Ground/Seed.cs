using Microsoft.Data.Sqlite;

namespace Migrations.Build.Attack.Tests.Ground;

/// <summary>Rows in the tables of the sample, so that there is something to lose.</summary>
internal static class Seed
{
    public const long Release1 = 20240212140000;
    public const long Release2 = 20240610090000;

    private const string First =
        """
        INSERT INTO teams (id, name, seats, country, created_at) SELECT i, 'Team ' || i, i, iif(i % 2, 'DE', NULL), '2024-02-01 10:00:00' FROM n WHERE i <= 6;
        INSERT INTO users (id, team_id, email, full_name, password_hash, phone, created_at)
            SELECT i, nullif(i % 7, 0), 'u' || i || '@example.org', iif(i % 5, 'Ann' || i || ' Lee O''Neil', 'Zoë'), zeroblob(i % 5), iif(i % 3, '+49 ' || i, NULL), '2024-02-01 10:00:00' FROM n WHERE i <= 40;
        INSERT INTO forms (id, owner_id, name, layout, created_at) SELECT i, i, 'Förm ' || i, '{"a":' || i || '}', '2024-02-01 10:00:00' FROM n WHERE i <= 12;
        INSERT INTO fields (id, form_id, type_code, name, help, width, options, created_at)
            SELECT i, 1 + i % 12, iif(i % 2, (SELECT min(code) FROM field_types), (SELECT max(code) FROM field_types)), 'f' || i, 'help ' || i, 0.5 * i, '["x"]', '2024-02-01 10:00:00' FROM n WHERE i <= 60;
        INSERT INTO records (id, form_id, owner_id, title, status, amount, created_at)
            SELECT i, 1 + i % 12, 1 + i % 40, 'Deal ' || i, iif(i % 4, 'open', 'won'), i * 12.5, '2024-02-01 10:00:00' FROM n WHERE i <= 200;
        INSERT INTO record_values (record_id, field_id, text_value, number_value, flag_value) SELECT i, 1 + i % 60, 'v' || i, i / 3.0, i % 2 FROM n WHERE i <= 200;
        INSERT INTO tags (id, name) SELECT i, 'tag' || i FROM n WHERE i <= 9;
        INSERT INTO record_tags (record_id, tag_id) SELECT i, 1 + i % 9 FROM n WHERE i <= 150;
        INSERT INTO comments (id, record_id, author_id, parent_id, public_id, body, created_at)
            SELECT i, 1 + i % 200, 1 + i % 40, nullif(i - 1, 0), printf('%032d', i), 'body ' || i, '2024-02-01 10:00:00' FROM n WHERE i <= 80;
        INSERT INTO attachments (id, record_id, uploaded_by, file_name, size_in_bytes, sha, content, created_at)
            SELECT printf('%032d', i), i, 1, 'a' || i, i, 'x', zeroblob(3000 + i), '2024-02-01 10:00:00' FROM n WHERE i <= 20;
        INSERT INTO settings (name, content) SELECT 's' || i, '{}' FROM n WHERE i <= 5;
        UPDATE records SET title = title || '!', updated_by = 'ann' WHERE id % 10 = 0;
        UPDATE audit_entries SET occurred_at = '2024-02-02 10:00:00';
        INSERT INTO import_jobs (id, form_id, file_name, rows_total, log, created_at) SELECT i, 1 + i % 12, 'import' || i, i, 'log ' || i, '2024-02-01 10:00:00' FROM n WHERE i <= 30;
        """;

    private const string Second =
        """
        UPDATE records SET title = title || '?', updated_by = 'bob' WHERE id % 25 = 0;
        UPDATE audit_entries SET occurred_at = '2024-06-12 10:00:00';
        INSERT INTO users (id, team_id, email, phone, created_at) SELECT 100 + i, 1, 'n' || i || '@example.org', '0' || i, '2024-06-12 10:00:00' FROM n WHERE i <= 10;
        INSERT INTO records (id, form_id, owner_id, title, created_at) SELECT 1000 + i, 1 + i % 12, 100 + i, 'Late ' || i, '2024-06-12 10:00:00' FROM n WHERE i <= 10;
        """;

    /// <summary>Writes the rows that belong to a database which has just reached this version.</summary>
    public static void Write(string path, long version)
    {
        if (version is not (Release1 or Release2))
        {
            return;
        }

        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_keys = ON; CREATE TEMP TABLE n AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 200) SELECT i FROM c; BEGIN; "
            + (version == Release1 ? First : Second) + " COMMIT;";
        command.ExecuteNonQuery();
    }
}
