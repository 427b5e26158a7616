using System.Text;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Model.Releases;

/// <summary>Writes the releases file: one migration a line, so that two branches that both release meet in a conflict where a person should look.</summary>
public static class ReleasesWriter
{
    internal const long Format = 1;

    /// <summary>The file's text; equal files give equal text.</summary>
    public static string Write(ReleasesFile file)
    {
        var text = new StringBuilder("{\n  \"format\": ").Append(Format).Append(",\n  \"migrations\": [");
        for (var i = 0; i < file.Migrations.Count; i++)
        {
            text.Append(i == 0 ? "\n    " : ",\n    ").Append(JsonWriter.Compact(Line(file.Migrations[i])));
        }

        return text.Append(file.Migrations.Count == 0 ? "]\n}\n" : "\n  ]\n}\n").ToString();
    }

    private static Json Line(ReleasedMigration migration)
    {
        KeyValuePair<string, Json>[] source = migration.Source is null ? [] : [new("source", Json.Of(migration.Source))];
        KeyValuePair<string, Json>[] problems = migration.Problems.Count == 0 ? [] : [new("problems", Json.Array(migration.Problems.Select(Line)))];
        return Json.Object([
            new("version", Json.Of(migration.Version)),
            new("name", Json.Of(migration.Name)),
            new("release", Json.Of(migration.Release)),
            new("hash", Json.Of(migration.Hash)),
            .. source,
            .. problems,
            new("hashes", Json.Object(migration.Hashes.OrderBy(h => h.Database).Select(h => new KeyValuePair<string, Json>(Dialect.Of(h.Database).Id, Json.Of(h.Hash))))),
        ]);
    }

    private static Json Line(KnownProblem problem) => Json.Object([new("rule", Json.Of(problem.Rule)), new("text", Json.Of(problem.Text))]);
}
