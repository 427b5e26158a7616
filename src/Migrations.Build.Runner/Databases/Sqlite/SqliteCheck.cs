using System.Data.Common;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>Compares a table and what stands on it with the texts that a bundle expects.</summary>
internal static class SqliteCheck
{
    private const string Live = "SELECT type, name, sql FROM sqlite_master WHERE tbl_name = @p0 COLLATE NOCASE AND type IN ('table', 'index', 'trigger') AND sql IS NOT NULL";

    /// <summary>The table that the text is about.</summary>
    public static string Table(string check) => Name(SqlText.Split(check, DatabaseKind.Sqlite)[0]).Name;

    /// <summary>What differs, object by object, in words.</summary>
    public static async Task<Items<string>> DifferencesAsync(SqliteSession session, string check, CancellationToken cancel)
    {
        var live = (await session.RunAsync(Read, session.Command(Live, Table(check)), cancel).ConfigureAwait(false)).ToDictionary(o => Key(o.Type, o.Name), o => o);
        var found = new List<string>();
        var texts = SqlText.Split(check, DatabaseKind.Sqlite);
        var uniques = texts.Select(SqliteForm.UniqueColumns).OfType<string[]>().ToArray();
        foreach (var text in texts)
        {
            var (type, name) = Name(text);
            found.AddRange(live.Remove(Key(type, name), out var there) ? Differences(type, name, text, there.Sql, uniques) : [$"{type} '{name}' is missing"]);
        }

        return found.Concat(live.Values.Select(o => $"{o.Type} '{o.Name}' is not in the history")).ToItems();
    }

    private static IEnumerable<string> Differences(string type, string name, string expected, string actual, string[][] uniques)
    {
        var (here, there) = (SqliteForm.Of(expected, uniques).ToList(), SqliteForm.Of(actual, uniques).ToList());
        foreach (var part in here.ToArray())
        {
            if (there.FindIndex(p => p.Form == part.Form) is >= 0 and var at)
            {
                there.RemoveAt(at);
                here.Remove(part);
            }
        }

        if (type != "table")
        {
            return here.Count + there.Count == 0 ? [] : [$"{type} '{name}' is another one: {there[0].Text}"];
        }

        return here.Select(p => $"table '{name}' lacks {p.Text}").Concat(there.Select(p => $"table '{name}' has {p.Text}"));
    }

    private static (string Type, string Name) Name(string text)
    {
        var words = SqlWords.Of(text).Take(4).ToArray();
        var at = words[1].Is("UNIQUE") ? 2 : 1;
        return (words[at].Text.ToLowerInvariant(), words[at + 1].Text);
    }

    private static string Key(string type, string name) => type + " " + AsciiComparer.Upper(name);

    private static List<(string Type, string Name, string Sql)> Read(DbCommand command)
    {
        var found = new List<(string Type, string Name, string Sql)>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            found.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2)));
        }

        return found;
    }
}
