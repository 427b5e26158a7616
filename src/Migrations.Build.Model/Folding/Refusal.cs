namespace Migrations.Build.Model.Folding;

/// <summary>Why an operation does not fit the schema it meets.</summary>
public enum RefusalKind
{
    /// <summary>The object that it needs is not there.</summary>
    Unknown,

    /// <summary>The object that it makes is there already.</summary>
    Exists,
}

/// <summary>An operation that does not fit the schema: what it needs is missing, or what it makes is there already.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Subject">The kind of object: <c>table</c>, <c>column</c>, <c>index</c>, <c>primary key</c>, <c>unique constraint</c>, <c>foreign key</c>, <c>default</c>, <c>schema</c>, <c>sequence</c>.</param>
/// <param name="Name">The object's name, with its table in front where it belongs to one.</param>
/// <param name="Nearest">The most similar name of that kind that does exist.</param>
public sealed record Refusal(RefusalKind Kind, string Subject, string Name, string? Nearest);
