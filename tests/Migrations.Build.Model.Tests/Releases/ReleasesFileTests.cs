using CsCheck;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Model.Tests.Releases;

public class ReleasesFileTests
{
    private const string Two =
        """
        {
          "format": 1,
          "migrations": [
            {"version":1,"name":"AddUsers","release":"1.0","hash":"aa","hashes":{"sqlite":"a1","postgres":"a2"}},
            {"version":2,"name":"AddTags","release":"1.1","hash":"bb","hashes":{}}
          ]
        }

        """;

    private static readonly Gen<ReleasedMigration> AnyMigration =
        from version in Gen.Long
        from texts in Gen.String.Array[3]
        from hashes in Gen.String.Array[Dialect.All.Count]
        from used in Gen.Bool.Array[Dialect.All.Count]
        select new ReleasedMigration(version, Clean(texts[0]), Clean(texts[1]), Clean(texts[2]))
        {
            Hashes = Dialect.All.Where((_, i) => used[i]).Select((d, i) => new DatabaseHash(d.Kind, Clean(hashes[i]))).ToItems(),
        };

    [Fact]
    public void One_migration_is_one_line() => Assert.Equal(Two.ReplaceLineEndings("\n"), ReleasesWriter.Write(ReleasesReader.Read(Two)));

    [Fact]
    public void A_file_that_was_written_is_read_as_it_was() => AnyMigration.Array[0, 8].Sample(
        migrations =>
        {
            var file = new ReleasesFile(migrations.DistinctBy(m => m.Version));
            Assert.Equal(file, ReleasesReader.Read(ReleasesWriter.Write(file)));
            Assert.Equal(ReleasesWriter.Write(file), ReleasesWriter.Write(new(file.Migrations.Reverse())));
        },
        seed: "0000KGM0dyy1",
        iter: 2000);

    [Fact]
    public void What_shipped_before_stays_as_it_was()
    {
        var file = ReleasesReader.Read(Two).With([new(2, "AddTags", "changed", "1.2"), new(3, "AddNotes", "cc", "1.2")]);

        Assert.Equal(["aa 1.0", "bb 1.1", "cc 1.2"], file.Migrations.Select(m => m.Hash + " " + m.Release));
        Assert.Equal("bb", file.Find(2)!.Hash);
        Assert.Null(file.Find(4));
    }

    [Theory]
    [InlineData("", "position 0")]
    [InlineData("[]", "the file must be an object")]
    [InlineData("{\"format\":1}", "the file must have a member 'migrations'")]
    [InlineData("{\"format\":1,\"migrations\":{}}", "'migrations' must be a list")]
    [InlineData("{\"format\":2,\"migrations\":[]}", "format 2, and only format 1 is known")]
    [InlineData("{\"format\":1,\"migrations\":[],\"more\":1}", "must not have a member 'more'")]
    [InlineData("{\"format\":1,\"migrations\":[{\"version\":1}]}", "'migrations[0]' must have a member 'name'")]
    [InlineData("{\"format\":1,\"migrations\":[{\"version\":\"1\",\"name\":\"a\",\"release\":\"1\",\"hash\":\"h\",\"hashes\":{}}]}", "'migrations[0]', 'version' must be a whole number")]
    [InlineData("{\"format\":1,\"migrations\":[{\"version\":1,\"name\":\"a\",\"release\":\"1\",\"hash\":\"h\",\"hashes\":{\"oracle\":\"x\"}}]}", "'oracle' is none")]
    [InlineData("{\n<<<<<<< main\n", "merge conflict at line 2")]
    public void What_is_wrong_with_a_file_is_said_with_the_place(string text, string said) =>
        Assert.Contains(said, Assert.Throws<FormatException>(() => ReleasesReader.Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_version_that_two_branches_released_is_refused_with_its_number() => Assert.Contains(
        "version 1 twice",
        Assert.Throws<FormatException>(() => ReleasesReader.Read(Two.Replace("\"version\":2", "\"version\":1", StringComparison.Ordinal))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_file_cut_anywhere_is_refused_and_never_half_read()
    {
        var text = ReleasesWriter.Write(ReleasesReader.Read(Two));
        for (var length = 0; length < text.TrimEnd().Length; length++)
        {
            Assert.Throws<FormatException>(() => ReleasesReader.Read(text[..length]));
        }
    }

    // A lone surrogate has no form in a UTF-8 file.
    private static string Clean(string text) => new([.. text.Where(c => !char.IsSurrogate(c))]);
}
