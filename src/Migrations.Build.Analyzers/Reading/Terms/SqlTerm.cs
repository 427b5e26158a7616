namespace Migrations.Build.Analyzers.Reading.Terms;

/// <summary>A text that goes into SQL as it is: <c>RawSql.Insert("…")</c>.</summary>
internal sealed class SqlTerm(string text) : Term
{
    public string Text { get; } = text;
}
