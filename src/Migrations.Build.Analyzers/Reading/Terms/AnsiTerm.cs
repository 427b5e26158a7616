namespace Migrations.Build.Analyzers.Reading.Terms;

/// <summary>A text without Unicode: <c>new NonUnicodeString("…")</c> (an <c>ExplicitUnicodeString</c> is a <see cref="ConstantTerm"/>).</summary>
internal sealed class AnsiTerm(string? text) : Term
{
    public string? Text { get; } = text;
}
