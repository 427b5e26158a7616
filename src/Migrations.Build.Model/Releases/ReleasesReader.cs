using System.Globalization;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Model.Releases;

/// <summary>Reads the releases file strictly: what is wrong with it is said with the place, and nothing is guessed.</summary>
public static class ReleasesReader
{
    /// <summary>The file that the text tells of.</summary>
    /// <exception cref="FormatException">The text is no releases file of a format that this version knows.</exception>
    public static ReleasesFile Read(string text)
    {
        RefuseConflict(text);
        var root = Members(JsonReader.Read(text.TrimStart('\ufeff')), "the file", "format", "migrations");
        var format = Number(root[0], "'format'");
        if (format != ReleasesWriter.Format)
        {
            throw new FormatException(FormattableString.Invariant($"The releases file has format {format}, and only format {ReleasesWriter.Format} is known. Update Migrations.Build."));
        }

        var lines = root[1].Kind == JsonKind.Array ? root[1].Elements : throw Wrong("'migrations'", "must be a list");
        var migrations = lines.Select(Migration).ToList();
        return migrations.GroupBy(m => m.Version).FirstOrDefault(g => g.Skip(1).Any()) is { } twice
            ? throw new FormatException(FormattableString.Invariant($"The releases file lists version {twice.Key} twice. Keep one of the two lines."))
            : new(migrations);
    }

    private static void RefuseConflict(string text)
    {
        var at = Array.FindIndex(text.Split('\n'), line => line.StartsWith("<<<<<<< ", StringComparison.Ordinal));
        if (at >= 0)
        {
            throw new FormatException(FormattableString.Invariant($"The releases file has a merge conflict at line {at + 1}. Keep the lines of both sides, each version once."));
        }
    }

    private static ReleasedMigration Migration(Json line, int index)
    {
        var place = FormattableString.Invariant($"'migrations[{index}]'");
        var (source, problems) = line.Kind == JsonKind.Object ? (line["source"], line["problems"]) : (null, null);
        string[] more = [.. source is null ? [] : new[] { "source" }, .. problems is null ? [] : new[] { "problems" }];
        var members = Members(line, place, ["version", "name", "release", "hash", "hashes", .. more]);
        return new(Number(members[0], place + ", 'version'"), Text(members[1], place + ", 'name'"), Text(members[3], place + ", 'hash'"), Text(members[2], place + ", 'release'"))
        {
            Hashes = Hashes(members[4], place + ", 'hashes'"),
            Problems = problems is null ? Items<KnownProblem>.Empty : Problems(problems, place + ", 'problems'"),
            Source = source is null ? null : Text(source, place + ", 'source'"),
        };
    }

    private static Items<KnownProblem> Problems(Json json, string place) => json.Kind != JsonKind.Array
        ? throw Wrong(place, "must be a list")
        : json.Elements.Select(e => Members(e, place, "rule", "text")).Select(m => new KnownProblem(Text(m[0], place + ", 'rule'"), Text(m[1], place + ", 'text'"))).ToItems();

    private static Items<DatabaseHash> Hashes(Json json, string place) => json.Kind != JsonKind.Object
        ? throw Wrong(place, "must be an object")
        : json.Members
            .Select(m => new DatabaseHash(Database(m.Key, place), Text(m.Value, place)))
            .OrderBy(h => h.Database)
            .ToItems();

    private static DatabaseKind Database(string id, string place) =>
        Dialect.ForId(id) is { } dialect && string.Equals(dialect.Id, id, StringComparison.Ordinal) ? dialect.Kind : throw Wrong(place, $"must name databases, and '{id}' is none");

    private static Json[] Members(Json json, string place, params string[] names) =>
        json.Kind != JsonKind.Object ? throw Wrong(place, "must be an object")
        : json.Members.FirstOrDefault(m => !names.Contains(m.Key)) is { Key: not null } strange ? throw Wrong(place, $"must not have a member '{strange.Key}'")
        : [.. names.Select(name => json[name] ?? throw Wrong(place, $"must have a member '{name}'"))];

    private static long Number(Json json, string place) =>
        json.Kind == JsonKind.Number && long.TryParse(json.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(place, "must be a whole number");

    private static string Text(Json json, string place) => json.Kind == JsonKind.String ? json.Text : throw Wrong(place, "must be a text");

    private static FormatException Wrong(string place, string wanted) => new($"The releases file is wrong: {place} {wanted}.");
}
