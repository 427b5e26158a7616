using System.Globalization;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Bundle.Parts;

/// <summary>The names of a bundle's parts.</summary>
public sealed class PartNames
{
    /// <summary>The manifest.</summary>
    public const string Manifest = "bundle.json";

    /// <summary>The operations of each Up and Down.</summary>
    public const string History = "history.json";

    /// <summary>The folded schema after the last migration.</summary>
    public const string Schema = "schema.json";

    /// <summary>The plan for reviewers.</summary>
    public const string Plan = "plan.md";

    /// <summary>The plan in plain words.</summary>
    public const string Summary = "summary.md";

    /// <summary>What the build proved.</summary>
    public const string Verification = "verification.json";

    /// <summary>The folder of the assemblies that code steps need.</summary>
    public const string Code = "code/";

    private readonly Dictionary<string, string> _stems = new(StringComparer.Ordinal);

    /// <summary>Gives every migration its name.</summary>
    public PartNames(IEnumerable<MigrationEntry> migrations)
    {
        // Two profiles may share a class name, and a case-blind file system must still tell the files apart.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in migrations)
        {
            var stem = Candidates(entry).First(taken.Add);
            if (!_stems.TryAdd(Key(entry), stem))
            {
                throw new ArgumentException(FormattableString.Invariant($"The migration {entry.Version} '{entry.FullName}' is listed twice."));
            }
        }
    }

    /// <summary>The part that holds the statements of a migration.</summary>
    /// <exception cref="ArgumentException">The migration is none of the bundle's.</exception>
    public string Sql(MigrationEntry entry, DatabaseKind database, Direction direction) =>
        _stems.TryGetValue(Key(entry), out var stem)
            ? "sql/" + Dialect.Of(database).Id + "/" + stem + (direction == Direction.Up ? ".up.sql" : ".down.sql")
            : throw new ArgumentException(FormattableString.Invariant($"The migration {entry.Version} '{entry.FullName}' is not in this bundle."), nameof(entry));

    /// <summary>The part that holds the statements of every migration of a large history.</summary>
    public static string Pack(DatabaseKind database, Direction direction) =>
        "sql/" + Dialect.Of(database).Id + (direction == Direction.Up ? ".up.sql" : ".down.sql");

    private static IEnumerable<string> Candidates(MigrationEntry entry)
    {
        yield return Stem(entry.Version, entry.Class);
        yield return Stem(entry.Version, entry.FullName);
        for (var i = 2; ; i++)
        {
            yield return Stem(entry.Version, entry.FullName) + "." + i.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string Key(MigrationEntry entry) => entry.Version.ToString(CultureInfo.InvariantCulture) + " " + entry.FullName;

    private static string Stem(long version, string name)
    {
        var safe = name.ToCharArray();
        for (var i = 0; i < safe.Length; i++)
        {
            safe[i] = char.IsLetterOrDigit(safe[i]) || safe[i] is '_' or '.' ? safe[i] : '_';
        }

        return version.ToString(CultureInfo.InvariantCulture) + "_" + new string(safe);
    }
}
