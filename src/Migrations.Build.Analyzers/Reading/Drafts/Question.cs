using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Drafts;

/// <summary>What a <c>Schema.*.Exists()</c> asks; two of them are never equal, since each is asked on its own.</summary>
/// <param name="subject">As in <see cref="Model.Histories.Assumption"/>.</param>
/// <param name="table">The table, sequence or schema.</param>
/// <param name="name">The column, index or constraint.</param>
internal sealed class Question(string subject, TableName table, string? name)
{
    public string Subject { get; } = subject;

    public TableName Table { get; } = table;

    public string? Name { get; } = name;
}
