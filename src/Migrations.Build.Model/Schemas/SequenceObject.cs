using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Schemas;

/// <summary>A sequence that exists.</summary>
public sealed record SequenceObject(Sequence Definition) : INamed
{
    /// <inheritdoc/>
    public TableName Name => Definition.Name;
}
