using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>One way of a migration as read for one database.</summary>
internal sealed record Passage(Items<Step> Steps)
{
    /// <summary>The questions that it asked of the schema.</summary>
    public Items<Assumption> Assumptions { get; init; } = Items<Assumption>.Empty;

    /// <summary>What is wrong with it.</summary>
    public Items<Finding> Findings { get; init; } = Items<Finding>.Empty;

    /// <summary>Whether it looked at the database; if it did not, it is the same on every database.</summary>
    public bool Asked { get; init; }

    /// <summary>The schema that its questions were answered from.</summary>
    public Schema? Against { get; init; }

    /// <summary>What it threw.</summary>
    public Exception? Thrown { get; init; }

    /// <summary>The operation that FluentMigrator cannot reverse.</summary>
    public string? Irreversible { get; init; }

    /// <summary>Its operations alone.</summary>
    public IEnumerable<Model.Operations.Operation> Operations => Steps.Select(s => s.Operation);
}
