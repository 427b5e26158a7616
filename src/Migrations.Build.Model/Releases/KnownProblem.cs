namespace Migrations.Build.Model.Releases;

/// <summary>What cannot be read, rendered or proved of a released migration: it stops no build, and its claims are the less for it.</summary>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Text">What was found.</param>
public sealed record KnownProblem(string Rule, string Text);
