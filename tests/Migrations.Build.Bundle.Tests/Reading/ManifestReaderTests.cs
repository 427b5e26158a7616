using System.Text;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Reading;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Bundle.Tests.Reading;

/// <summary>The manifest is read by hand where it is long; the mapping of every other part stays the measure.</summary>
public sealed class ManifestReaderTests
{
    private static readonly Manifest Full = BundleWriter.Create(Sample.Source()).Manifest with
    {
        Migrations = Items.Of(
            new MigrationEntry(7, "Plain"),
            new MigrationEntry(0, "Everything")
            {
                FullName = "A.Everything",
                Description = "ä \"quoted\" \u2028",
                Kind = MigrationKind.Maintenance,
                Occasion = "BeforeAll",
                Tags = Items.Of("a", "b"),
                AnyTag = true,
                Transaction = TransactionMode.None,
                BreakingChange = true,
                Rationale = new("why", "X-1", "me"),
                ForwardOnly = new("because", "restore"),
                Hash = "h",
                Hashes = Items.Of(Dialect.All.Select(d => new HashOnDatabase(d.Kind, d.Id)).ToArray()),
                Reversibility = Reversibility.ForwardOnly,
                Reversibilities = Items.Of(new ReversibilityOnDatabase(DatabaseKind.MariaDb, Reversibility.KeepsData)),
                Tables = Items.Of("T"),
                Acceptances = Items.Of(new Acceptance("MIG0201", "read by nobody", null)),
                Keeps = Items.Of(new KeptData(DatabaseKind.Sqlite, "k", "T")),
                InferredDown = true,
                CodeSteps = Items.Of(new CodeReference("t", "m", "a", "d")),
            }),
    };

    [Fact]
    public void A_manifest_with_every_member_is_read_back() => Assert.Equal(Full, Read(RecordJson.Write(Full)));

    [Fact]
    public void Every_member_that_is_left_out_spoilt_or_added_means_what_it_means_elsewhere()
    {
        var damaged = Damaged(RecordJson.Write(Full)).ToList();
        Assert.True(damaged.Count > 200);
        Assert.All(damaged, json => Assert.Equal(OrNull(RecordJson.Read<Manifest>, json), OrNull(Read, json)));
    }

    [Fact]
    public void Every_kind_way_and_reversibility_is_known()
    {
        foreach (var entry in Enum.GetValues<MigrationKind>().SelectMany(k => Enum.GetValues<TransactionMode>().SelectMany(t => Enum.GetValues<Reversibility>().Select(r => new MigrationEntry(1, "A") { Kind = k, Transaction = t, Reversibility = r }))))
        {
            var manifest = Full with { Migrations = Items.Of(entry) };
            Assert.Equal(manifest, Read(RecordJson.Write(manifest)));
        }
    }

    [Theory]
    [InlineData("""{"format":1,"format":1,"name":"a","version":"1"}""")]
    [InlineData("""{"format":1,"name":"a","version":"1"} x""")]
    [InlineData("""{"format":1,"name":"a","version":"1",}""")]
    [InlineData("""{"format":1,"name":"a\ud800","version":"1"}""")]
    [InlineData("""{"format":1,"name":"a","version":"1","parts":[{"name":"x","name":"x","digest":"d"}]}""")]
    public void What_is_no_JSON_or_says_a_thing_twice_is_no_manifest(string text) => Assert.Throws<FormatException>(() => ManifestReader.Read(Encoding.UTF8.GetBytes(text)));

    private static Manifest Read(Json json) => ManifestReader.Read(Encoding.UTF8.GetBytes(JsonWriter.Compact(json)));

    private static Manifest? OrNull(Func<Json, Manifest> read, Json json)
    {
        try
        {
            return read(json);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The value with each of its parts missing, of another kind, or doubled under another name.</summary>
    private static IEnumerable<Json> Damaged(Json json)
    {
        for (var i = 0; i < json.Members.Count; i++)
        {
            var (name, value) = json.Members[i];
            yield return Json.Object(json.Members.Where((_, at) => at != i));
            yield return Json.Object([.. json.Members, new("surprise" + name, value)]);
            foreach (var other in Damaged(value).Concat([Json.Null, Json.Of(""), Json.Of(5), Json.Of(true), Json.Array([]), Json.Array([Json.Null]), Json.Object([]), Json.Number("1e3")]))
            {
                yield return Json.Object(json.Members.Select((m, at) => at == i ? new(name, other) : m));
            }
        }

        for (var i = 0; i < json.Elements.Count; i++)
        {
            foreach (var other in Damaged(json.Elements[i]))
            {
                yield return Json.Array(json.Elements.Select((e, at) => at == i ? other : e));
            }
        }
    }
}
