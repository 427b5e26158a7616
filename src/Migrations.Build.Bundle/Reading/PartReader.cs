using System.Text;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Bundle.Reading;

/// <summary>Reads the JSON parts of a bundle.</summary>
internal static class PartReader
{
    private static readonly UTF8Encoding Utf8 = new(false, true);

    /// <summary>The record that a part holds.</summary>
    /// <exception cref="DamagedBundleException">It holds none.</exception>
    public static T Record<T>(string part, byte[] bytes) => Reading(part, () => RecordJson.Read<T>(JsonReader.Read(Utf8.GetString(bytes))));

    /// <summary>The manifest.</summary>
    /// <exception cref="DamagedBundleException">It is none, or one of a newer format.</exception>
    public static Manifest Manifest(byte[] bytes)
    {
        try
        {
            return ManifestReader.Read(bytes) is { Format: Parts.Manifest.CurrentFormat } manifest ? manifest : throw new FormatException();
        }
        catch (FormatException)
        {
            // Of another format it need not be readable, but its format is.
            var json = Reading(PartNames.Manifest, () => JsonReader.Read(Utf8.GetString(bytes)));
            var format = json["format"] is { Kind: JsonKind.Number } number ? number.Text : "";
            throw new DamagedBundleException(PartNames.Manifest, format == "1" ? "It cannot be read."
                : $"It is of format '{format}', and this program reads format 1. If a newer toolchain built the bundle, update this program.");
        }
    }

    /// <summary>A target database as the manifest names it.</summary>
    /// <exception cref="DamagedBundleException">It names none.</exception>
    public static DatabaseTarget Target(string text) =>
        DatabaseTarget.TryParse(text, out var target) && target is not null && target.ToString() == text
            ? target
            : throw new DamagedBundleException(PartNames.Manifest, $"'{text}' is no database.");

    private static T Reading<T>(string part, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            throw new DamagedBundleException(part, "It cannot be read.");
        }
    }
}
