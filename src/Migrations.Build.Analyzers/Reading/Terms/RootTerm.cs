using Migrations.Build.Analyzers.Reading.Drafts;

namespace Migrations.Build.Analyzers.Reading.Terms;

/// <summary>Where chains begin: the migration itself, or <c>IfDatabase(…)</c>.</summary>
/// <param name="only">The databases that the chains are for; null for all.</param>
internal sealed class RootTerm(DatabaseCondition? only) : Term
{
    public DatabaseCondition? Only { get; } = only;
}
