using System.Text.Json.Nodes;

namespace Migrations.Build.Cli.Tests;

/// <summary>Holds a document against the shape that JSON.md tells: the examples there are the shapes.</summary>
internal static class Shape
{
    private static readonly Lazy<Dictionary<string, JsonNode>> Examples = new(Read);

    /// <summary>Asserts that a document has exactly the members of the verb's example, each of the example's kind or null.</summary>
    public static void Is(string verb, JsonNode document) => Same(Examples.Value[verb], document, verb);

    private static void Same(JsonNode? example, JsonNode? actual, string path)
    {
        switch (example, actual)
        {
            case (_, null) or (null, _):
                return;
            case (JsonObject e, JsonObject a):
                Assert.True(e.Select(m => m.Key).SequenceEqual(a.Select(m => m.Key)), $"{path}: {string.Join(",", a.Select(m => m.Key))} instead of {string.Join(",", e.Select(m => m.Key))}");
                foreach (var member in e)
                {
                    Same(member.Value, a[member.Key], path + "." + member.Key);
                }
                return;
            case (JsonArray e, JsonArray a):
                Assert.True(a.Count == 0 || e.Count > 0, $"{path}: the example is empty");
                foreach (var element in a)
                {
                    Same(e[0], element, path + "[]");
                }
                return;
            default:
                Assert.True(example.GetValueKind() == actual.GetValueKind() || (IsTruth(example) && IsTruth(actual)), $"{path}: {actual.ToJsonString()} instead of {example.ToJsonString()}");
                return;
        }
    }

    private static bool IsTruth(JsonNode node) => node.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False;

    /// <summary>Each example stands in a fence below a heading that is the verb's name.</summary>
    private static Dictionary<string, JsonNode> Read()
    {
        var examples = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var section in File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "JSON.md")).Split("\n## ").Skip(1))
        {
            var fence = section.Split("```json");
            if (fence.Length > 1)
            {
                examples.Add(section.Split('\n')[0].Trim('`', ' '), JsonNode.Parse(fence[1].Split("```")[0])!);
            }
        }
        return examples;
    }
}
