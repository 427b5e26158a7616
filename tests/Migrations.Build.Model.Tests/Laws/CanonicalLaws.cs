using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Tests.Generating;

namespace Migrations.Build.Model.Tests.Laws;

public class CanonicalLaws
{
    private const string Letters = "{}[]\",:\\ntruefalsis0123456789.-+eE\u0001\ud800 ";

    [Fact]
    public void A_history_that_was_written_is_read_as_it_was() => Law.Holds(AnyHistory.Of, history =>
    {
        var text = JsonWriter.Compact(RecordJson.Write(history));

        var read = RecordJson.Read<History>(JsonReader.Read(text));

        Assert.Equal(history, read);
        Assert.Equal(text, JsonWriter.Compact(RecordJson.Write(read)));
        Assert.Equal(text, JsonWriter.Compact(JsonReader.Read(JsonWriter.Indented(RecordJson.Write(history)))));
    });

    [Fact]
    public void A_changed_text_is_a_format_exception_or_another_sound_history() => Law.Holds(c => (Text: Changed(c), c), made => Readable(made.Text));

    [Fact]
    public void A_changed_tree_is_a_format_exception_or_another_sound_history() => Law.Holds(
        c => JsonWriter.Compact(Changed(RecordJson.Write(AnyHistory.Of(Half(c))), c)), Readable);

    /// <summary>What can be read has no null where there must be none: it can be written and compared.</summary>
    private static void Readable(string text)
    {
        History history;
        try
        {
            history = RecordJson.Read<History>(JsonReader.Read(text));
        }
        catch (FormatException)
        {
            return;
        }

        Assert.Equal(history, RecordJson.Read<History>(JsonReader.Read(JsonWriter.Compact(RecordJson.Write(history)))));
        foreach (var script in history.Migrations.SelectMany(m => m.Scripts.Select(s => (m, s))))
        {
            Assert.NotNull(SemanticHash.Of(script.m, script.s));
            Assert.NotNull(Fold.Trace(Schema.Empty(DatabaseKind.MySql), script.s.Up, script.m.Touches));
        }
    }

    private static Choices Half(Choices c) => new(c.Numbers.Take(c.Numbers.Count / 2).ToArray());

    private static string Changed(Choices c)
    {
        var text = JsonWriter.Compact(RecordJson.Write(AnyHistory.Of(Half(c))));
        for (var changes = 1 + c.Below(3); changes > 0; changes--)
        {
            var at = c.Below(text.Length + 1) % Math.Max(1, text.Length);
            var length = Math.Min(c.Below(6), text.Length - at);
            text = c.Below(3) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, c.Of(Letters.ToCharArray()).ToString()),
                _ => text.Remove(at, length).Insert(at, text.Substring(text.Length - length)),
            };
        }

        return text;
    }

    /// <summary>The tree with some values in another form, left out or doubled.</summary>
    private static Json Changed(Json json, Choices c)
    {
        if (c.Chance(4))
        {
            return c.Of(Json.Null, Json.Of(true), Json.Of(-1), Json.Of("x"), Json.Number("1e400"), Json.Array([Json.Null]), Json.Array([]), Json.Object([]), Json.Object([new("is", Json.Of("rawSql"))]));
        }

        return json.Kind switch
        {
            JsonKind.Array => Json.Array(json.Elements.Where(_ => !c.Chance(3)).Select(e => Changed(e, c))),
            JsonKind.Object => Json.Object(json.Members.Where(_ => !c.Chance(3)).Select(m => new KeyValuePair<string, Json>(c.Chance(2) ? "is" : m.Key, Changed(m.Value, c)))),
            _ => json,
        };
    }
}
