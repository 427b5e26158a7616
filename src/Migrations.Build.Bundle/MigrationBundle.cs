using System.Text;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Reading;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Bundle.Zip;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Bundle;

/// <summary>A bundle in memory: its manifest, and every part with exactly the bytes that the manifest lists. Parts that were read stay packed until they are asked for.</summary>
public sealed class MigrationBundle
{
    private readonly SortedList<string, Lazy<byte[]>> _parts;
    private readonly Dictionary<string, Dictionary<string, byte[]>> _packs = new(StringComparer.Ordinal);
    private readonly Lazy<byte[]> _manifestBytes;
    private readonly Packing _packing;
    private readonly Lazy<string> _digest;
    private readonly Lazy<PartNames> _names;
    private readonly Lazy<Dictionary<long, MigrationEntry>> _versions;
    private readonly Lazy<History> _history;
    private readonly Lazy<Items<Schema>> _schemas;

    internal MigrationBundle(Manifest manifest, Lazy<byte[]> manifestBytes, SortedList<string, Lazy<byte[]>> parts, Packing? packing = null)
    {
        (Manifest, _manifestBytes, _parts, _packing) = (manifest, manifestBytes, parts, packing ?? new());
        _names = new(() => PartCheck.Stems(manifest));
        _versions = new(() => Versions(manifest));
        _digest = new(() => Model.Canonical.Digest.Of(ManifestBytes));
        Targets = manifest.Databases.Select(PartReader.Target).ToItems();
        _history = new(() => PartReader.Record<History>(PartNames.History, _parts[PartNames.History].Value));
        _schemas = new(() => PartReader.Record<SchemaList>(PartNames.Schema, _parts[PartNames.Schema].Value).Databases.Select(s => s.ToSchema()).ToItems());
    }

    /// <summary>What the bundle says of itself.</summary>
    public Manifest Manifest { get; }

    /// <summary>The bundle's identity: the digest of the manifest, which lists the digest of every other part.</summary>
    public string Digest => _digest.Value;

    /// <summary>The databases that the bundle is for.</summary>
    public Items<DatabaseTarget> Targets { get; }

    /// <summary>The operations of each migration; read when first asked for.</summary>
    /// <exception cref="DamagedBundleException">The part is no history.</exception>
    public History History => _history.Value;

    /// <summary>The schema after the last migration on each target database; read when first asked for.</summary>
    /// <exception cref="DamagedBundleException">The part is no list of schemas.</exception>
    public Items<Schema> Schemas => _schemas.Value;

    /// <summary>Whether the bundle carries assemblies that its migrations run code of.</summary>
    public bool HasCode => _parts.Keys.Any(n => n.StartsWith(PartNames.Code, StringComparison.Ordinal));

    internal byte[] ManifestBytes => _manifestBytes.Value;

    internal IEnumerable<KeyValuePair<string, byte[]>> Parts => _parts.Select(p => KeyValuePair.Create(p.Key, p.Value.Value));

    /// <summary>The database whose statements a database is sent: its own, or MySQL's on MariaDB where the bundle was built for MySQL alone.</summary>
    public DatabaseKind RenderedFor(DatabaseKind database) =>
        database == DatabaseKind.MariaDb && Targets.All(t => t.Kind != DatabaseKind.MariaDb) && Targets.Any(t => t.Kind == DatabaseKind.MySql) ? DatabaseKind.MySql : database;

    /// <summary>The migration of a version; null when the bundle has none.</summary>
    public MigrationEntry? Find(long version) => _versions.Value.GetValueOrDefault(version);

    /// <summary>The bytes of a part, the manifest's too; null when the bundle has no part of that name.</summary>
    public byte[]? Part(string name) => name == PartNames.Manifest ? ManifestBytes : _parts.GetValueOrDefault(name)?.Value;

    /// <summary>Whether the bundle has the statements of a migration for a database.</summary>
    /// <exception cref="DamagedBundleException">The part with the statements cannot be read.</exception>
    public bool IsRendered(MigrationEntry entry, DatabaseKind database) => Sql(entry, database, Direction.Up) is not null;

    /// <summary>The same where there may be none: a migration that was released and cannot be rendered has no statements.</summary>
    /// <exception cref="DamagedBundleException">The part is no list of statements.</exception>
    public Items<Statement> StatementsOrNone(MigrationEntry entry, DatabaseKind database, Direction direction) =>
        entry.NotRendered.Contains(database) ? Items<Statement>.Empty : Statements(entry, database, direction);

    /// <summary>The exact statements of a migration on a database, in order.</summary>
    /// <exception cref="ArgumentException">The bundle has no such statements; see <see cref="IsRendered"/>.</exception>
    /// <exception cref="DamagedBundleException">The part is no list of statements.</exception>
    public Items<Statement> Statements(MigrationEntry entry, DatabaseKind database, Direction direction) =>
        Sql(entry, database, direction) is { } bytes
            ? StatementsReader.Read(_names.Value.Sql(entry, database, direction), bytes)
            : throw new ArgumentException($"The bundle has no statements of '{entry.Class}' for {Dialect.Of(database).Name}. It was not built for it.", nameof(database));

    /// <summary>This bundle with a further (or another) <c>verification.json</c> or file under <c>code/</c>, and a manifest that lists it.</summary>
    public MigrationBundle WithPart(string name, byte[] bytes) => With(Manifest, (name, bytes));

    /// <summary>The bundle with another manifest and other parts.</summary>
    internal MigrationBundle With(Manifest manifest, params (string Name, byte[] Bytes)[] changed)
    {
        var parts = new SortedList<string, Lazy<byte[]>>(_parts, StringComparer.Ordinal);
        foreach (var (name, bytes) in changed)
        {
            parts[name] = new(bytes);
        }

        return Seal(manifest, parts, _packing);
    }

    /// <summary>This bundle with something else in place of one migration on one database, to try it: it is run, and never saved.</summary>
    public MigrationBundle Instead(MigrationEntry entry, DatabaseKind database, Items<Statement> up, Items<Statement> down)
    {
        var parts = new SortedList<string, Lazy<byte[]>>(_parts, StringComparer.Ordinal)
        {
            [_names.Value.Sql(entry, database, Direction.Up)] = new(StatementsWriter.Write(entry.Class, up)),
            [_names.Value.Sql(entry, database, Direction.Down)] = new(StatementsWriter.Write(entry.Class, down)),
        };
        var rendered = entry with { NotRendered = entry.NotRendered.Where(d => d != database).ToItems() };
        var migrations = Manifest.Migrations.Select(m => m.Version == entry.Version && m.FullName == entry.FullName ? rendered : m).ToItems();
        return new(Manifest with { Migrations = migrations }, _manifestBytes, parts);
    }

    /// <summary>Begins to pack the parts for the file on one thread, while something else is done with the bundle.</summary>
    public void BeginPacking() => Task.Run(() => _parts.ToList().ForEach(p => _packing.Of(p)));

    /// <summary>The parts as the file holds them.</summary>
    internal IReadOnlyList<ZipEntry> Packed()
    {
        var parts = _parts.Select(p => Task.Run(() => _packing.Of(p))).ToList();
        var manifest = ZipWriter.Pack(PartNames.Manifest, ManifestBytes);
        return [manifest, .. parts.Select(p => p.GetAwaiter().GetResult())];
    }

    /// <summary>Puts parts together, with a manifest that lists them.</summary>
    internal static MigrationBundle Seal(Manifest manifest, SortedList<string, Lazy<byte[]>> parts, Packing? packing = null)
    {
        var listed = manifest with { Parts = parts.Select(p => new PartDigest(p.Key, Model.Canonical.Digest.Of(p.Value.Value), p.Value.Value.Length)).ToItems() };
        PartCheck.Names(listed);
        return new(listed, new(() => Encoding.UTF8.GetBytes(JsonWriter.Indented(RecordJson.Write(listed)))), parts, packing);
    }

    // Profiles and maintenance migrations have no version, and are not found by it.
    private static Dictionary<long, MigrationEntry> Versions(Manifest manifest)
    {
        var versions = new Dictionary<long, MigrationEntry>(manifest.Migrations.Count);
        foreach (var entry in manifest.Migrations)
        {
            if (entry.Version > 0)
            {
                versions.TryAdd(entry.Version, entry);
            }
        }
        return versions;
    }

    private byte[]? Sql(MigrationEntry entry, DatabaseKind database, Direction direction)
    {
        var name = _names.Value.Sql(entry, database, direction);
        return _parts.TryGetValue(name, out var bytes) ? bytes.Value : Pack(PartNames.Pack(database, direction)).GetValueOrDefault(name);
    }

    private Dictionary<string, byte[]> Pack(string name)
    {
        lock (_packs)
        {
            if (!_packs.TryGetValue(name, out var files))
            {
                files = _parts.TryGetValue(name, out var bytes) ? SqlPack.Read(name, bytes.Value) : [];
                _packs.Add(name, files);
            }
            return files;
        }
    }
}
