using Migrations.Build.Analyzers.Reading.Drafts;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>
/// A fluent chain as it grows: <c>Create</c>, then <c>.Table("T")</c>, <c>.WithColumn("Id")</c> and so on. A variable may hold it, and calls on
/// the variable make it longer, so it is read when the whole body was walked.
/// </summary>
/// <param name="root">The property it begins with: <c>Create</c>, <c>Alter</c>, <c>Delete</c>, <c>Rename</c>, <c>Insert</c>, <c>Update</c> or <c>Execute</c>.</param>
/// <param name="only">The databases that it is for; null for all.</param>
internal sealed class Chain(string root, DatabaseCondition? only = null)
{
    private readonly List<Call> _calls = [];

    public string Root { get; } = root;

    public DatabaseCondition? Only { get; } = only;

    /// <summary>The calls so far.</summary>
    public IReadOnlyList<Call> Calls => _calls;

    public void Add(Call call) => _calls.Add(call);
}
