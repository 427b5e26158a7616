namespace Migrations.Build.Analyzers.Reading.Drafts;

/// <summary>What <c>IfDatabase</c> asks of the database.</summary>
/// <param name="Names">The names that match a database's type or an alias of it, in any letter case.</param>
/// <param name="TypesOnly">Whether aliases do not count, as with a predicate.</param>
internal sealed record DatabaseCondition(IReadOnlyCollection<string> Names, bool TypesOnly)
{
    public bool Holds(string type, IEnumerable<string> aliases) =>
        Names.Contains(type, StringComparer.OrdinalIgnoreCase) || (!TypesOnly && aliases.Any(a => Names.Contains(a, StringComparer.OrdinalIgnoreCase)));
}
