using System.Text.Json;
using System.Text.Json.Nodes;

namespace Migrations.Build.Cli.Tests;

/// <summary>What the program did: its exit code and both streams.</summary>
internal sealed record Ran(int Code, string Out, string Error)
{
    /// <summary>The one document on standard output.</summary>
    public JsonNode Json => JsonNode.Parse(Out, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = false })!;
}
