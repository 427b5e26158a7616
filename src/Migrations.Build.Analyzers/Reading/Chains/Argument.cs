using Migrations.Build.Analyzers.Reading.Terms;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>An argument of a call; those of a <c>params</c> array are one <see cref="ListTerm"/>.</summary>
internal sealed record Argument(string Parameter, Term Value);
