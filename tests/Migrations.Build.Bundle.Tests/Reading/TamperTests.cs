using System.IO.Compression;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Reading;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model.Canonical;

namespace Migrations.Build.Bundle.Tests.Reading;

/// <summary>Bundles changed by somebody who knows what a bundle is: the part is named.</summary>
public sealed class TamperTests
{
    private const string Victim = "sql/sqlite/2_AddEmail.up.sql";

    [Fact]
    public void The_sample_is_read_when_it_is_put_together_by_hand() => Assert.NotNull(BundleReader.Read(Forgery.Zip(Forgery.Parts())));

    [Fact]
    public void A_changed_part_is_named() => Named(Victim, parts => parts[At(parts)] = new(Victim, Forgery.Text("-- drop everything\n")));

    [Fact]
    public void A_changed_part_of_the_same_length_is_named() => Named(Victim, parts =>
    {
        var bytes = (byte[])parts[At(parts)].Value.Clone();
        bytes[10] ^= 1;
        parts[At(parts)] = new(Victim, bytes);
    });

    [Fact]
    public void A_missing_part_is_named() => Named(Victim, parts => parts.RemoveAt(At(parts)));

    [Fact]
    public void An_added_part_is_named() => Named("zzz.txt", parts => parts.Add(new("zzz.txt", [1])));

    [Fact]
    public void A_part_that_leaves_the_folder_is_named() => Named("sql/../../evil", parts => parts.Insert(At(parts), new("sql/../../evil", [1])));

    [Fact]
    public void A_part_that_is_there_twice_is_named() => Named(Victim, parts => parts.Insert(At(parts), parts[At(parts)]));

    [Fact]
    public void Swapped_contents_are_named() => Named(Victim, parts =>
    {
        var other = parts.FindIndex(p => p.Key == "sql/sqlite/3_DropName.up.sql");
        (parts[At(parts)], parts[other]) = (new(Victim, parts[other].Value), new(parts[other].Key, parts[At(parts)].Value));
    });

    [Theory]
    [InlineData("code/../../evil.dll")]
    [InlineData("code/a/b.dll")]
    [InlineData("code/..")]
    [InlineData("code/C:evil.dll")]
    [InlineData("code/a\\b.dll")]
    [InlineData("readme.txt")]
    public void A_part_of_a_name_that_no_bundle_has_is_refused_even_when_listed(string name)
    {
        var bundle = BundleWriter.Create(Sample.Source());
        var manifest = bundle.Manifest with { Parts = Model.Items.ToItems(bundle.Manifest.Parts.Append(new PartDigest(name, Digest.Of([1]), 1)).OrderBy(p => p.Name, StringComparer.Ordinal)) };
        var parts = bundle.Parts.Append(new(name, [1])).OrderBy(p => p.Key, StringComparer.Ordinal);
        var forged = Forgery.Zip([new("bundle.json", Forgery.Text(JsonWriter.Indented(RecordJson.Write(manifest)))), .. parts]);
        Assert.Equal(name, Assert.Throws<DamagedBundleException>(() => BundleReader.Read(forged)).Part);
    }

    [Fact]
    public void A_bundle_packed_again_by_another_tool_is_damaged_even_when_nothing_changed() =>
        Assert.Equal(DamagedBundleException.Container, Assert.Throws<DamagedBundleException>(() => BundleReader.Read(Repack(_ => { }))).Part);

    [Fact]
    public void A_part_changed_with_another_tool_is_named() =>
        Assert.Equal(Victim, Assert.Throws<DamagedBundleException>(() => BundleReader.Read(Repack(zip =>
        {
            zip.GetEntry(Victim)!.Delete();
            using var stream = zip.CreateEntry(Victim).Open();
            stream.Write("-- drop everything\n"u8);
        }))).Part);

    [Fact]
    public void A_part_deleted_with_another_tool_is_named() =>
        Assert.Equal(Victim, Assert.Throws<DamagedBundleException>(() => BundleReader.Read(Repack(zip => zip.GetEntry(Victim)!.Delete()))).Part);

    [Fact]
    public void The_part_in_which_the_file_ends_is_named()
    {
        var file = Forgery.Zip(Forgery.Parts());
        var at = file.AsSpan().IndexOf(Forgery.Text(Victim)) + Victim.Length + 5;
        Assert.Equal(Victim, Assert.Throws<DamagedBundleException>(() => BundleReader.Read(file[..at])).Part);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(22)]
    [InlineData(100_000)]
    public void Something_else_is_no_bundle(int length) => Assert.Throws<DamagedBundleException>(() => BundleReader.Read(new byte[length]));

    [Fact]
    public void Bytes_in_front_and_behind_are_refused()
    {
        var file = Forgery.Zip(Forgery.Parts());
        Assert.Throws<DamagedBundleException>(() => BundleReader.Read([1, .. file]));
        Assert.Throws<DamagedBundleException>(() => BundleReader.Read([.. file, 1]));
        Assert.Throws<DamagedBundleException>(() => BundleReader.Read([.. file, .. file]));
    }

    private static int At(List<KeyValuePair<string, byte[]>> parts) => parts.FindIndex(p => p.Key == Victim);

    private static void Named(string part, Action<List<KeyValuePair<string, byte[]>>> change)
    {
        var parts = Forgery.Parts();
        change(parts);
        Assert.Equal(part, Assert.Throws<DamagedBundleException>(() => BundleReader.Read(Forgery.Zip(parts))).Part);
    }

    private static byte[] Repack(Action<ZipArchive> change)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in Forgery.Parts())
            {
                using var entry = zip.CreateEntry(part.Key).Open();
                entry.Write(part.Value);
            }
        }
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            change(zip);
        }
        return stream.ToArray();
    }
}
