namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>A call of a fluent chain: <c>.WithColumn("Name")</c>.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Arguments">Its arguments by the names of its parameters, in the order of the parameters; parameters with defaults are there with them.</param>
/// <param name="Place">Where it stands, in the tree of the migration or of a helper that the migration called.</param>
internal sealed record Call(string Method, IReadOnlyList<Argument> Arguments, Position Place)
{
    /// <summary>The namespace of the method's class, which tells a provider's extension from FluentMigrator's own.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The names of its type arguments, as <c>Namespace.Type</c>.</summary>
    public IReadOnlyList<string> TypeArguments { get; init; } = [];
}
