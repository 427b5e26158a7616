using System.IO.Compression;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Reading;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Bundle.Tests.Writing;

public sealed class BundleWriterTests
{
    [Fact]
    public void The_same_source_gives_the_same_bytes()
    {
        Assert.Equal(BundleWriter.Bytes(BundleWriter.Create(Sample.Source())), BundleWriter.Bytes(BundleWriter.Create(Sample.Source())));
    }

    [Fact]
    public void The_order_in_which_the_source_was_collected_leaves_no_trace()
    {
        var source = Sample.Source();
        var turned = source with
        {
            Targets = source.Targets.Reverse().ToItems(),
            History = new(source.History.Migrations.Reverse().ToItems()),
            Rendered = source.Rendered.Reverse().Select(r => r.Reverse().ToItems()).ToItems(),
            Schemas = source.Schemas.Reverse().ToItems(),
        };
        Assert.Equal(BundleWriter.Bytes(BundleWriter.Create(source)), BundleWriter.Bytes(BundleWriter.Create(turned)));
    }

    [Fact]
    public void What_is_read_back_is_what_was_made()
    {
        var made = BundleWriter.Create(Sample.Source());
        var read = BundleReader.Read(BundleWriter.Bytes(made));
        Assert.Equal(made.Digest, read.Digest);
        Assert.Equal(made.Manifest, read.Manifest);
        Assert.Equal(Sample.Source().History, read.History);
        Assert.Equal(Sample.Source().Schemas, read.Schemas);
        Assert.Equal(BundleWriter.Bytes(made), BundleWriter.Bytes(read));
        Assert.Equal(
            Sample.Source().Rendered[1].Single(r => r.Database == DatabaseKind.Postgres).Up,
            read.Statements(read.Manifest.Migrations[1], DatabaseKind.Postgres, Direction.Up));
    }

    [Fact]
    public void Any_zip_tool_opens_it()
    {
        using var zip = new ZipArchive(new MemoryStream(BundleWriter.Bytes(BundleWriter.Create(Sample.Source()))));
        Assert.Equal("bundle.json", zip.Entries[0].FullName);
        Assert.Contains(zip.Entries, e => e.FullName == "sql/postgres/2_AddEmail.down.sql");
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
    }

    [Fact]
    public void A_part_that_comes_later_gets_listed()
    {
        var bundle = BundleWriter.Create(Sample.Source());
        var more = bundle.WithPart(PartNames.Verification, "{}"u8.ToArray());
        Assert.NotEqual(bundle.Digest, more.Digest);
        Assert.Equal("{}"u8.ToArray(), BundleReader.Read(BundleWriter.Bytes(more)).Part(PartNames.Verification));
        Assert.Throws<DamagedBundleException>(() => bundle.WithPart("surprise.txt", []));
    }

    [Fact]
    public void Saving_replaces_the_file_and_leaves_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("bundle-é ").FullName;
        try
        {
            var path = Path.Combine(folder, "crm 1.mbundle");
            File.WriteAllText(path, "old");
            var bundle = BundleWriter.Create(Sample.Source());
            BundleWriter.Save(bundle, path);
            Assert.Equal(bundle.Digest, BundleReader.Open(path).Digest);
            Assert.Equal([path], Directory.GetFileSystemEntries(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
