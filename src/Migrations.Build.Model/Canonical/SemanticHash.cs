using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Canonical;

/// <summary>
/// Identifies what a migration does: the same for another spelling, class name, file or machine, another for any other effect.
/// </summary>
public static class SemanticHash
{
    // Where a text came from, and in which assembly the code of a step lies, does not change what runs.
    private static readonly Dictionary<Type, string[]> WithoutEffect = new()
    {
        [typeof(RawSql)] = ["source", "origin"],
        [typeof(CodeStep)] = ["assembly", "description"],
        [typeof(Opaque)] = ["touches"],
    };

    /// <summary>How the hash of what a migration does begins.</summary>
    public const string Prefix = "h1:";

    /// <summary>How the digest of its code begins, which stands for the hash where what it does cannot be read.</summary>
    public const string CodePrefix = "c1:";

    /// <summary>
    /// The hash of a migration on one database: transaction mode, operations and assumptions of both ways. How they are rendered is no part of it:
    /// what shipped does not change when this toolchain renders better.
    /// </summary>
    public static string Of(Migration migration, Script script)
    {
        if (migration is { IsRead: false, CodeHash: { } code })
        {
            return code;
        }

        // What this toolchain infers may become better, too.
        var hasDown = script.DownKind != DownKind.Inferred && script.Down.Count > 0;
        return Prefix + Digest.Of(JsonWriter.Compact(Json.Object(
        [
            new("transaction", RecordJson.Write(migration.Transaction)),
            new("up", Operations(script, script.Up)),
            new("upAssumptions", Assumptions(script.UpAssumptions)),
            new("down", Operations(script, hasDown ? script.Down : Items<Step>.Empty)),
            new("downAssumptions", Assumptions(hasDown ? script.DownAssumptions : Items<Assumption>.Empty)),
        ])));
    }

    /// <summary>Whether two hashes are of one kind, so that a difference between them says something.</summary>
    public static bool AreComparable(string a, string b) => a.StartsWith(CodePrefix, StringComparison.Ordinal) == b.StartsWith(CodePrefix, StringComparison.Ordinal);

    /// <summary>One hash of several, such as those of one migration on all its databases, in the given order.</summary>
    public static string Combine(IEnumerable<string> hashes) => Digest.Of(JsonWriter.Compact(Json.Array(hashes.Select(Json.Of))));

    private static Json Operations(Script script, Items<Step> steps) => Json.Array(steps.Select(s => Operation(script, s.Operation)));

    private static Json Operation(Script script, Operation operation)
    {
        var plain = operation is RawSql sql ? sql with { Text = Lines(script, sql.Text) } : operation;
        var ignored = WithoutEffect.TryGetValue(operation.GetType(), out var names) ? names : [];
        var members = RecordJson.Write(plain).Members.Where(m => !ignored.Contains(m.Key, StringComparer.Ordinal)).Select(Sorted);
        return Json.Object([new("is", Json.Of(RecordShape.NameOf(operation.GetType().Name))), .. members]);
    }

    /// <summary>Features in the order of their keys: FluentMigrator keeps them in the order of the calls, which has no effect.</summary>
    private static KeyValuePair<string, Json> Sorted(KeyValuePair<string, Json> member) => member.Value.Kind switch
    {
        JsonKind.Array when member.Key == "features" => new(member.Key, Json.Array(member.Value.Elements.OrderBy(JsonWriter.Compact, StringComparer.Ordinal))),
        JsonKind.Array or JsonKind.Object => new(member.Key, Sorted(member.Value)),
        _ => member,
    };

    private static Json Sorted(Json value) => value.Kind switch
    {
        JsonKind.Array => Json.Array(value.Elements.Select(Sorted)),
        JsonKind.Object => Json.Object(value.Members.Select(Sorted)),
        _ => value,
    };

    /// <summary>Which answers were given, not how often or in which order the questions were asked.</summary>
    private static Json Assumptions(Items<Assumption> assumptions) =>
        Json.Array(assumptions.Select(a => RecordJson.Write(a)).GroupBy(JsonWriter.Compact, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.First()));

    // What is rendered for a database that is no target is SQLite's.
    private static string Lines(Script script, string text) => LineEnds.Plain(text, script.Databases.Count == 0 ? DatabaseKind.Sqlite : script.Databases[0]);
}
