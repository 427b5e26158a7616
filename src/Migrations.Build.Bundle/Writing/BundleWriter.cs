using System.Reflection;
using System.Text;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Zip;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Makes bundles and writes them to files; the same source gives the same bytes on any machine.</summary>
public static class BundleWriter
{
    private static readonly string Toolchain = typeof(BundleWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>Makes a bundle in memory.</summary>
    /// <exception cref="ArgumentException">The source contradicts itself: a migration without statements for a target, or two of the same name.</exception>
    public static MigrationBundle Create(BundleSource source)
    {
        var ordered = SourceOrder.Of(source);
        // No part depends on another, so each is written on whatever core is free.
        var history = Task.Run(() => Utf8(JsonWriter.Compact(RecordJson.Write(ordered.History))));
        var schema = Task.Run(() => Utf8(JsonWriter.Indented(RecordJson.Write(new SchemaList(ordered.Schemas.Select(SchemaPart.Of).ToItems())))));
        var manifest = new Manifest(Manifest.CurrentFormat, ordered.Name, ordered.Version)
        {
            Databases = ordered.Targets.Select(t => t.ToString()).ToItems(),
            FluentMigrator = ordered.FluentMigrator,
            Toolchain = Toolchain,
            Migrations = EntryWriter.Entries(ordered),
            IgnoreTables = ordered.IgnoreTables,
            VersionTable = ordered.VersionTable,
        };
        var plan = Task.Run(() => Utf8(PlanWriter.Write(ordered, manifest)));
        var summary = Task.Run(() => Utf8(SummaryWriter.Write(ordered, manifest)));
        var parts = new SortedList<string, Lazy<byte[]>>(StringComparer.Ordinal);
        foreach (var part in SqlPartWriter.Parts(ordered, manifest))
        {
            parts.Add(part.Key, new(part.Value));
        }
        foreach (var file in ordered.CodeFiles)
        {
            parts.Add(PartNames.Code + file.Name, new(file.Bytes));
        }
        parts.Add(PartNames.History, new(history.GetAwaiter().GetResult()));
        parts.Add(PartNames.Schema, new(schema.GetAwaiter().GetResult()));
        parts.Add(PartNames.Plan, new(plan.GetAwaiter().GetResult()));
        parts.Add(PartNames.Summary, new(summary.GetAwaiter().GetResult()));
        return MigrationBundle.Seal(manifest, parts);
    }

    /// <summary>The bundle with what is known since it was made: other claims and findings, the same statements.</summary>
    public static MigrationBundle Restate(MigrationBundle bundle, BundleSource source)
    {
        var ordered = SourceOrder.Of(source);
        var manifest = bundle.Manifest with { Migrations = EntryWriter.Entries(ordered) };
        return bundle.With(manifest, (PartNames.Plan, Utf8(PlanWriter.Write(ordered, manifest))), (PartNames.Summary, Utf8(SummaryWriter.Write(ordered, manifest))));
    }

    /// <summary>The bytes of the bundle's file.</summary>
    public static byte[] Bytes(MigrationBundle bundle) =>
        ZipWriter.Write(bundle.Packed());

    /// <summary>Writes the bundle to a file: the whole of it, or nothing.</summary>
    public static void Save(MigrationBundle bundle, string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var unfinished = Path.Combine(folder, "." + Path.GetFileName(path) + "." + Path.GetRandomFileName());
        try
        {
            using (var file = new FileStream(unfinished, FileMode.CreateNew))
            {
                file.Write(Bytes(bundle));
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
