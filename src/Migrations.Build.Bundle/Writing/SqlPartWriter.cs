using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Writes the statements: a part for each migration, database and way, or packed where those would be too many.</summary>
internal static class SqlPartWriter
{
    public static IEnumerable<KeyValuePair<string, byte[]>> Parts(BundleSource source, Manifest manifest)
    {
        var files = Files(source, manifest).ToList();
        return files.Count <= SqlPack.Limit
            ? files.Select(f => new KeyValuePair<string, byte[]>(f.Name, f.Bytes))
            : files.GroupBy(f => PartNames.Pack(f.Database, f.Direction), f => new KeyValuePair<string, byte[]>(f.Name, f.Bytes))
                .Select(pack => new KeyValuePair<string, byte[]>(pack.Key, SqlPack.Write(pack)));
    }

    private static IEnumerable<(DatabaseKind Database, Direction Direction, string Name, byte[] Bytes)> Files(BundleSource source, Manifest manifest)
    {
        var names = new PartNames(manifest.Migrations);
        for (var i = 0; i < manifest.Migrations.Count; i++)
        {
            var entry = manifest.Migrations[i];
            foreach (var rendered in source.Rendered[i])
            {
                yield return File(entry, rendered.Database, Direction.Up, rendered.Up);
                yield return File(entry, rendered.Database, Direction.Down, rendered.Down);
            }
        }

        (DatabaseKind, Direction, string, byte[]) File(MigrationEntry entry, DatabaseKind database, Direction direction, Items<Statement> statements) =>
            (database, direction, names.Sql(entry, database, direction), StatementsWriter.Write(Heading(entry, database, direction), statements));
    }

    private static string Heading(MigrationEntry entry, DatabaseKind database, Direction direction) =>
        FormattableString.Invariant($"{entry.Version} {entry.Class}, {(direction == Direction.Up ? "up" : "down")}, {Dialect.Of(database).Name}");
}
