using System.Globalization;
using System.Text;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Bundle.Reading;

/// <summary>
/// Reads the manifest as <see cref="RecordJson"/> does. What nearly every migration says is read by hand, part by part, since every release
/// waits for it and reflection takes longer to look at a record than to read a thousand; the rest is left to the one mapping that knows every member.
/// </summary>
internal static class ManifestReader
{
    private static readonly UTF8Encoding Utf8 = new(false, true);

    /// <summary>The manifest that the bytes tell of.</summary>
    /// <exception cref="FormatException">They tell of none.</exception>
    public static Manifest Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var json = new JsonReader(Utf8.GetString(bytes));
            var manifest = Manifest(json);
            json.End();
            return manifest;
        }
        catch (Exception e) when (e is DecoderFallbackException or OverflowException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static Manifest Manifest(JsonReader json)
    {
        var (format, name, version, names) = (0, default(string), default(string), default(Names));
        var read = new Manifest(0, "", "");
        for (var more = json.Open('{', '}'); more; more = json.More('}'))
        {
            switch (names.Add(json.Name()))
            {
                case "format": format = checked((int)Number(json)); break;
                case "name": name = Text(json); break;
                case "version": version = Text(json); break;
                case "databases": read = read with { Databases = Texts(json) }; break;
                case "fluentMigrator": read = read with { FluentMigrator = Text(json) }; break;
                case "toolchain": read = read with { Toolchain = Text(json) }; break;
                case "migrations": read = read with { Migrations = Migrations(json) }; break;
                case "ignoreTables": read = read with { IgnoreTables = Texts(json) }; break;
                case "versionTable": read = read with { VersionTable = RecordJson.Read<VersionTable>(json.Value()) }; break;
                case "parts": read = read with { Parts = Parts(json) }; break;
                case var other: throw Wrong(other);
            }
        }

        return read with { Format = format, Name = name ?? throw Wrong("name"), Version = version ?? throw Wrong("version") };
    }

    private static Items<MigrationEntry> Migrations(JsonReader json)
    {
        var migrations = new List<MigrationEntry>();
        for (var more = json.Open('[', ']'); more; more = json.More(']'))
        {
            migrations.Add(Migration(json));
        }

        return migrations.ToItems();
    }

    private static MigrationEntry Migration(JsonReader json)
    {
        var entry = new MigrationEntry(0, "");
        var (version, @class, fullName, description, hash, names) = (0L, default(string), default(string), entry.Description, entry.Hash, default(Names));
        var (kind, transaction, reversibility, hashes, tables) = (entry.Kind, entry.Transaction, entry.Reversibility, entry.Hashes, entry.Tables);
        List<KeyValuePair<string, Json>>? rest = null;
        for (var more = json.Open('{', '}'); more; more = json.More('}'))
        {
            switch (names.Add(json.Name()))
            {
                case "version": version = Number(json); break;
                case "class": @class = Text(json); break;
                case "fullName": fullName = Text(json); break;
                case "description": description = Text(json); break;
                case "hash": hash = Text(json); break;
                case "kind": kind = Kind(Text(json)); break;
                case "transaction": transaction = Transaction(Text(json)); break;
                case "reversibility": reversibility = Reversible(Text(json)); break;
                case "hashes": hashes = Hashes(json); break;
                case "tables": tables = Texts(json); break;
                case var other: (rest ??= [new("class", Json.Of(""))]).Add(new(other, json.Value())); break;
            }
        }

        entry = rest is null ? entry : RecordJson.Read<MigrationEntry>(Json.Object(rest));
        return entry with
        {
            Version = version,
            Class = @class ?? throw Wrong("class"),
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

    private static Items<HashOnDatabase> Hashes(JsonReader json)
    {
        var hashes = new List<HashOnDatabase>();
        for (var more = json.Open('[', ']'); more; more = json.More(']'))
        {
            var (database, hash, names) = (default(Dialect), default(string), default(Names));
            for (var member = json.Open('{', '}'); member; member = json.More('}'))
            {
                switch (names.Add(json.Name()))
                {
                    case "database": database = Database(Text(json)); break;
                    case "hash": hash = Text(json); break;
                    case var other: throw Wrong(other);
                }
            }

            hashes.Add(new((database ?? throw Wrong("database")).Kind, hash ?? throw Wrong("hash")));
        }

        return hashes.ToItems();
    }

    private static Items<PartDigest> Parts(JsonReader json)
    {
        var parts = new List<PartDigest>();
        for (var more = json.Open('[', ']'); more; more = json.More(']'))
        {
            var (name, digest, size, names) = (default(string), default(string), 0L, default(Names));
            for (var member = json.Open('{', '}'); member; member = json.More('}'))
            {
                switch (names.Add(json.Name()))
                {
                    case "name": name = Text(json); break;
                    case "digest": digest = Text(json); break;
                    case "size": size = Number(json); break;
                    case var other: throw Wrong(other);
                }
            }

            parts.Add(new(name ?? throw Wrong("name"), digest ?? throw Wrong("digest"), size));
        }

        return parts.ToItems();
    }

    private static Items<string> Texts(JsonReader json)
    {
        var texts = new List<string>();
        for (var more = json.Open('[', ']'); more; more = json.More(']'))
        {
            texts.Add(Text(json));
        }

        return texts.ToItems();
    }

    // Escapes can write halves of characters, which no text is.
    private static string Text(JsonReader json)
    {
        var text = json.Text();
        foreach (var c in text)
        {
            if (char.IsSurrogate(c))
            {
                return IsWhole(text) ? text : throw Wrong("a text");
            }
        }

        return text;
    }

    private static bool IsWhole(string text) => !text.EnumerateRunes().Contains(Rune.ReplacementChar) || text.Contains('\ufffd', StringComparison.Ordinal);

    private static long Number(JsonReader json) =>
        json.Value() is { Kind: JsonKind.Number } number ? long.Parse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : throw Wrong("a number");

    private static Dialect Database(string id) => Dialect.All.FirstOrDefault(d => d.Id == id) ?? throw Wrong("database");

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
        "notProved" => Reversibility.NotProved,
        "losesData" => Reversibility.LosesData,
        "forwardOnly" => Reversibility.ForwardOnly,
        _ => throw Wrong("reversibility"),
    };

    private static FormatException Wrong(string what) => new($"The manifest is wrong about {what}.");

    /// <summary>The names that an object had so far; a name that comes twice is none of ours.</summary>
    private struct Names
    {
        private List<string>? _all;

        public string Add(string name)
        {
            if (_all?.Contains(name) == true)
            {
                throw Wrong($"'{name}', which it says twice");
            }

            (_all ??= new(16)).Add(name);
            return name;
        }
    }
}
