namespace Migrations.Build.Analyzers.Reading.Terms;

/// <summary>A value as the runtime has it: a number, a text, a truth value, a date, a <see cref="Guid"/>, bytes, or null.</summary>
internal sealed class ConstantTerm(object? value) : Term
{
    public object? Value { get; } = value;

    public override string ToString() => Value?.ToString() ?? "null";
}
