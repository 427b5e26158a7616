using System.Collections.Immutable;

namespace Migrations.Build.Analyzers.Reading.Terms;

/// <summary>An object of named values, in their order: an anonymous object, a dictionary, a tuple, a record of constants.</summary>
internal sealed class FieldsTerm(ImmutableArray<KeyValuePair<string, Term>> fields) : Term
{
    public ImmutableArray<KeyValuePair<string, Term>> Fields { get; } = fields;

    public Term? this[string name] => Fields.FirstOrDefault(f => f.Key == name).Value;
}
