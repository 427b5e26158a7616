using System.Globalization;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Bundle.Reading;

/// <summary>
/// Reads the manifest as <see cref="RecordJson"/> does. What nearly every migration says is read by hand, since every release waits for it
/// and reflection takes longer to look at a record than to read a thousand; the rest is left to the one mapping that knows every member.
/// </summary>
internal static class ManifestReader
{
    /// <summary>The manifest that the JSON tells of.</summary>
    /// <exception cref="FormatException">The JSON is no manifest.</exception>
    public static Manifest Read(Json json)
    {
        var (format, name, version) = (0L, "", "");
        var read = new Manifest(0, "", "");
        foreach (var member in Members(json))
        {
            var value = member.Value;
            switch (member.Key)
            {
                case "format": format = Number(value); break;
                case "name": name = Text(value); break;
                case "version": version = Text(value); break;
                case "databases": read = read with { Databases = List(value, Text) }; break;
                case "fluentMigrator": read = read with { FluentMigrator = Text(value) }; break;
                case "toolchain": read = read with { Toolchain = Text(value) }; break;
                case "migrations": read = read with { Migrations = List(value, Migration) }; break;
                case "parts": read = read with { Parts = List(value, Part) }; break;
                default: throw new FormatException($"A manifest has no member '{member.Key}'.");
            }
        }

        Need(json, "name");
        Need(json, "version");
        return read with { Format = format is >= int.MinValue and <= int.MaxValue ? (int)format : throw Wrong("format"), Name = name, Version = version };
    }

    private static MigrationEntry Migration(Json json)
    {
        var entry = new MigrationEntry(0, "");
        var (version, @class, fullName, description, hash) = (0L, "", default(string), entry.Description, entry.Hash);
        var (kind, transaction, reversibility, hashes, tables) = (entry.Kind, entry.Transaction, entry.Reversibility, entry.Hashes, entry.Tables);
        List<KeyValuePair<string, Json>>? rest = null;
        foreach (var member in Members(json))
        {
            var value = member.Value;
            switch (member.Key)
            {
                case "version": version = Number(value); break;
                case "class": @class = Text(value); break;
                case "fullName": fullName = Text(value); break;
                case "description": description = Text(value); break;
                case "hash": hash = Text(value); break;
                case "kind": kind = Kind(Text(value)); break;
                case "transaction": transaction = Transaction(Text(value)); break;
                case "reversibility": reversibility = Reversible(Text(value)); break;
                case "hashes": hashes = List(value, Hash); break;
                case "tables": tables = List(value, Text); break;
                default: (rest ??= [new("class", Json.Of(""))]).Add(member); break;
            }
        }

        Need(json, "class");
        entry = rest is null ? entry : RecordJson.Read<MigrationEntry>(Json.Object(rest));
        return entry with
        {
            Version = version,
            Class = @class,
            FullName = fullName ?? @class,
            Description = description,
            Kind = kind,
            Transaction = transaction,
            Hash = hash,
            Hashes = hashes,
            Reversibility = reversibility,
            Tables = tables,
        };
    }

    private static PartDigest Part(Json json)
    {
        var (name, digest, size) = ("", "", 0L);
        foreach (var member in Members(json))
        {
            switch (member.Key)
            {
                case "name": name = Text(member.Value); break;
                case "digest": digest = Text(member.Value); break;
                case "size": size = Number(member.Value); break;
                default: throw Wrong(member.Key);
            }
        }

        Need(json, "name");
        Need(json, "digest");
        return new(name, digest, size);
    }

    private static HashOnDatabase Hash(Json json) =>
        json is { Kind: JsonKind.Object, Members.Count: 2 } && json["database"] is { } database && json["hash"] is { } hash
            ? new(Dialect.All.FirstOrDefault(d => d.Id == Text(database))?.Kind ?? throw Wrong("database"), Text(hash))
            : throw Wrong("hashes");

    private static MigrationKind Kind(string text) => text switch
    {
        "versioned" => MigrationKind.Versioned,
        "profile" => MigrationKind.Profile,
        "maintenance" => MigrationKind.Maintenance,
        _ => throw Wrong("kind"),
    };

    private static TransactionMode Transaction(string text) => text switch
    {
        "own" => TransactionMode.Own,
        "none" => TransactionMode.None,
        _ => throw Wrong("transaction"),
    };

    private static Reversibility Reversible(string text) => text switch
    {
        "reversible" => Reversibility.Reversible,
        "keepsData" => Reversibility.KeepsData,
        "losesData" => Reversibility.LosesData,
        "forwardOnly" => Reversibility.ForwardOnly,
        _ => throw Wrong("reversibility"),
    };

    private static IReadOnlyList<KeyValuePair<string, Json>> Members(Json json) => json.Kind == JsonKind.Object ? json.Members : throw Wrong("an object");

    private static Items<T> List<T>(Json json, Func<Json, T> read)
    {
        if (json.Kind != JsonKind.Array)
        {
            throw Wrong("a list");
        }

        var items = new T[json.Elements.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(json.Elements[i]);
        }

        return items.ToItems();
    }

    private static string Text(Json json) => json.Kind == JsonKind.String ? json.Text : throw Wrong("a text");

    private static long Number(Json json) =>
        json.Kind == JsonKind.Number && long.TryParse(json.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong("a number");

    private static void Need(Json json, string member)
    {
        if (json[member] is null)
        {
            throw new FormatException($"A member '{member}' is missing.");
        }
    }

    private static FormatException Wrong(string what) => new($"The manifest is wrong about {what}.");
}
