using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Bundle.Reading;

/// <summary>Which parts a bundle has, given its manifest: all that it must, none that nobody knows.</summary>
internal static class PartCheck
{
    private static readonly string[] Always = [PartNames.History, PartNames.Schema, PartNames.Plan, PartNames.Summary];

    /// <summary>Refuses a manifest that does not list exactly the parts of a bundle, each once and in order.</summary>
    /// <exception cref="DamagedBundleException">A part is missing, unknown or listed twice.</exception>
    public static void Names(Manifest manifest)
    {
        var listed = manifest.Parts.Select(p => p.Name).ToList();
        for (var i = 1; i < listed.Count; i++)
        {
            if (string.CompareOrdinal(listed[i - 1], listed[i]) >= 0)
            {
                throw new DamagedBundleException(listed[i], "The manifest lists it twice, or out of order.");
            }
        }
        var present = listed.ToHashSet(StringComparer.Ordinal);
        var known = Always.ToHashSet(StringComparer.Ordinal);
        known.UnionWith(Sql(manifest, present));
        foreach (var name in known.Where(n => !present.Contains(n)))
        {
            throw new DamagedBundleException(name, "The manifest does not list it.");
        }
        foreach (var name in listed.Where(n => !known.Contains(n) && n != PartNames.Verification && !IsCode(n)))
        {
            throw new DamagedBundleException(name, "No bundle has such a part.");
        }
    }

    private static IEnumerable<string> Sql(Manifest manifest, HashSet<string> present)
    {
        var isPacked = Dialect.All.Any(d => present.Contains(PartNames.Pack(d.Kind, Direction.Up)));
        var names = isPacked ? null : Stems(manifest);
        var targets = manifest.Databases.Select(d => Dialect.Of(PartReader.Target(d).Kind).Id).ToHashSet(StringComparer.Ordinal);
        foreach (var dialect in Dialect.All)
        {
            var pairs = names is null
                ? [(Names: Pack(dialect), IsRendered: true)]
                : manifest.Migrations.Select(m => (Names: Pair(names, m, dialect), IsRendered: !m.NotRendered.Contains(dialect.Kind)));
            foreach (var pair in pairs)
            {
                // For SQLite there may be statements for verification only; then both ways or none.
                if (targets.Contains(dialect.Id) ? pair.IsRendered : dialect.Kind == DatabaseKind.Sqlite && pair.Names.Any(present.Contains))
                {
                    yield return pair.Names[0];
                    yield return pair.Names[1];
                }
            }
        }
    }

    public static PartNames Stems(Manifest manifest)
    {
        try
        {
            return new(manifest.Migrations);
        }
        catch (ArgumentException e)
        {
            throw new DamagedBundleException(PartNames.Manifest, e.Message);
        }
    }

    private static string[] Pack(Dialect dialect) => [PartNames.Pack(dialect.Kind, Direction.Up), PartNames.Pack(dialect.Kind, Direction.Down)];

    private static string[] Pair(PartNames names, MigrationEntry migration, Dialect dialect) =>
        [names.Sql(migration, dialect.Kind, Direction.Up), names.Sql(migration, dialect.Kind, Direction.Down)];

    // A plain file name right below code/: nothing that leaves the folder it is unpacked to.
    private static bool IsCode(string name) =>
        name.StartsWith(PartNames.Code, StringComparison.Ordinal)
        && name.Length > PartNames.Code.Length
        && name[PartNames.Code.Length..] is var file
        && file is not ("." or "..")
        && !file.Any(c => char.IsControl(c) || c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|');
}
