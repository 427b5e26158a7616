namespace Migrations.Build.Analyzers.Reading.Terms;

/// <summary>A member of an enumeration: <c>SystemMethods.NewGuid</c>, <c>Rule.Cascade</c>.</summary>
/// <param name="type">The enumeration's name without namespace.</param>
/// <param name="name">The member's name; the number where no member has it.</param>
/// <param name="value">The member's number.</param>
internal sealed class MemberTerm(string type, string name, object value) : Term
{
    public string Type { get; } = type;

    public string Name { get; } = name;

    public object Value { get; } = value;
}
