using System.Text;
using System.Text.Json;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Bundle.Reading;

/// <summary>
/// Reads the manifest as <see cref="RecordJson"/> does. What nearly every migration says is read by hand, token by token, since every release
/// waits for it and reflection takes longer to look at a record than to read a thousand; the rest is left to the one mapping that knows every member.
/// </summary>
internal static class ManifestReader
{
    /// <summary>The manifest that the bytes tell of.</summary>
    /// <exception cref="FormatException">They tell of none.</exception>
    public static Manifest Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var json = new Utf8JsonReader(bytes);
            json.Read();
            var manifest = Manifest(ref json, bytes);
            return json.Read() ? throw Wrong("its end") : manifest;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static Manifest Manifest(ref Utf8JsonReader json, ReadOnlySpan<byte> bytes)
    {
        var (format, name, version, names) = (0, default(string), default(string), default(Names));
        var read = new Manifest(0, "", "");
        for (Open(ref json); NextMember(ref json, ref names) is { } member;)
        {
            switch (member)
            {
                case "format": format = json.GetInt32(); break;
                case "name": name = Text(ref json); break;
                case "version": version = Text(ref json); break;
                case "databases": read = read with { Databases = Texts(ref json) }; break;
                case "fluentMigrator": read = read with { FluentMigrator = Text(ref json) }; break;
                case "toolchain": read = read with { Toolchain = Text(ref json) }; break;
                case "migrations": read = read with { Migrations = Migrations(ref json, bytes) }; break;
                case "parts": read = read with { Parts = Parts(ref json) }; break;
                default: throw Wrong(member);
            }
        }

        return read with { Format = format, Name = name ?? throw Wrong("name"), Version = version ?? throw Wrong("version") };
    }

    private static Items<MigrationEntry> Migrations(ref Utf8JsonReader json, ReadOnlySpan<byte> bytes)
    {
        var migrations = new List<MigrationEntry>();
        for (OpenList(ref json); NextElement(ref json);)
        {
            migrations.Add(Migration(ref json, bytes));
        }

        return migrations.ToItems();
    }

    private static MigrationEntry Migration(ref Utf8JsonReader json, ReadOnlySpan<byte> bytes)
    {
        var entry = new MigrationEntry(0, "");
        var (version, @class, fullName, description, hash, names) = (0L, default(string), default(string), entry.Description, entry.Hash, default(Names));
        var (kind, transaction, reversibility, hashes, tables) = (entry.Kind, entry.Transaction, entry.Reversibility, entry.Hashes, entry.Tables);
        List<KeyValuePair<string, Json>>? rest = null;
        for (Open(ref json); NextMember(ref json, ref names) is { } member;)
        {
            switch (member)
            {
                case "version": version = json.GetInt64(); break;
                case "class": @class = Text(ref json); break;
                case "fullName": fullName = Text(ref json); break;
                case "description": description = Text(ref json); break;
                case "hash": hash = Text(ref json); break;
                case "kind": kind = Kind(Text(ref json)); break;
                case "transaction": transaction = Transaction(Text(ref json)); break;
                case "reversibility": reversibility = Reversible(Text(ref json)); break;
                case "hashes": hashes = Hashes(ref json); break;
                case "tables": tables = Texts(ref json); break;
                default: (rest ??= [new("class", Json.Of(""))]).Add(new(member, Whole(ref json, bytes))); break;
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

    private static Items<HashOnDatabase> Hashes(ref Utf8JsonReader json)
    {
        var hashes = new List<HashOnDatabase>();
        for (OpenList(ref json); NextElement(ref json);)
        {
            var (database, hash, names) = (default(Dialect), default(string), default(Names));
            for (Open(ref json); NextMember(ref json, ref names) is { } member;)
            {
                switch (member)
                {
                    case "database": database = Database(Text(ref json)); break;
                    case "hash": hash = Text(ref json); break;
                    default: throw Wrong(member);
                }
            }

            hashes.Add(new((database ?? throw Wrong("database")).Kind, hash ?? throw Wrong("hash")));
        }

        return hashes.ToItems();
    }

    private static Items<PartDigest> Parts(ref Utf8JsonReader json)
    {
        var parts = new List<PartDigest>();
        for (OpenList(ref json); NextElement(ref json);)
        {
            var (name, digest, size, names) = (default(string), default(string), 0L, default(Names));
            for (Open(ref json); NextMember(ref json, ref names) is { } member;)
            {
                switch (member)
                {
                    case "name": name = Text(ref json); break;
                    case "digest": digest = Text(ref json); break;
                    case "size": size = json.GetInt64(); break;
                    default: throw Wrong(member);
                }
            }

            parts.Add(new(name ?? throw Wrong("name"), digest ?? throw Wrong("digest"), size));
        }

        return parts.ToItems();
    }

    private static Items<string> Texts(ref Utf8JsonReader json)
    {
        var texts = new List<string>();
        for (OpenList(ref json); NextElement(ref json);)
        {
            texts.Add(Text(ref json));
        }

        return texts.ToItems();
    }

    private static Json Whole(ref Utf8JsonReader json, ReadOnlySpan<byte> bytes)
    {
        var start = (int)json.TokenStartIndex;
        json.Skip();
        return JsonReader.Read(Encoding.UTF8.GetString(bytes[start..(int)json.BytesConsumed]));
    }

    private static string Text(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.String ? json.GetString()! : throw Wrong("a text");

    private static void Open(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw Wrong("an object");
        }
    }

    private static void OpenList(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong("a list");
        }
    }

    private static bool NextElement(ref Utf8JsonReader json) => json.Read() && json.TokenType != JsonTokenType.EndArray;

    /// <summary>Steps to the value of the next member; its name, or null where the object ends.</summary>
    private static string? NextMember(ref Utf8JsonReader json, ref Names names)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.EndObject)
        {
            return null;
        }

        var name = json.GetString()!;
        names.Add(name);
        json.Read();
        return name;
    }

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
        "losesData" => Reversibility.LosesData,
        "forwardOnly" => Reversibility.ForwardOnly,
        _ => throw Wrong("reversibility"),
    };

    private static FormatException Wrong(string what) => new($"The manifest is wrong about {what}.");

    /// <summary>The names that an object had so far; a name that comes twice is none of ours.</summary>
    private struct Names
    {
        private List<string>? _all;

        public void Add(string name)
        {
            if (_all?.Contains(name) == true)
            {
                throw Wrong($"'{name}', which it says twice");
            }

            (_all ??= []).Add(name);
        }
    }
}
