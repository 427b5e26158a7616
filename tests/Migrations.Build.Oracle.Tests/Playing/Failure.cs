namespace Migrations.Build.Oracle.Tests.Playing;

/// <summary>A claim that is not true. Two of one kind are taken for one fault.</summary>
internal sealed record Failure(string Kind, string Text);
