using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Writes the statements: a part for each migration, database and way, or packed where those would be too many.</summary>
internal static class SqlPartWriter
{
    public static IEnumerable<KeyValuePair<string, byte[]>> Parts(BundleSource source, Manifest manifest)
    {
        var names = new PartNames(manifest.Migrations);
        var isPacked = source.Rendered.Sum(r => 2 * r.Count) > SqlPack.Limit;
        var writing = source.Rendered.SelectMany(r => r).Select(r => r.Database).Distinct()
            .SelectMany(database => new[] { Direction.Up, Direction.Down }.Select(direction => Task.Run(() => Parts(source, manifest, names, database, direction, isPacked))))
            .ToList();
        return writing.SelectMany(w => w.GetAwaiter().GetResult());
    }

    private static List<KeyValuePair<string, byte[]>> Parts(BundleSource source, Manifest manifest, PartNames names, DatabaseKind database, Direction direction, bool isPacked)
    {
        var files = new List<KeyValuePair<string, byte[]>>();
        for (var i = 0; i < manifest.Migrations.Count; i++)
        {
            if (source.Rendered[i].FirstOrDefault(r => r.Database == database) is { } rendered)
            {
                var statements = direction == Direction.Up ? rendered.Up : rendered.Down;
                files.Add(new(names.Sql(manifest.Migrations[i], database, direction), StatementsWriter.Write(Heading(manifest.Migrations[i], database, direction), statements)));
            }
        }
        return isPacked ? [new(PartNames.Pack(database, direction), SqlPack.Write(files))] : files;
    }

    private static string Heading(MigrationEntry entry, DatabaseKind database, Direction direction) =>
        FormattableString.Invariant($"{entry.Version} {entry.Class}, {(direction == Direction.Up ? "up" : "down")}, {Dialect.Of(database).Name}");
}
