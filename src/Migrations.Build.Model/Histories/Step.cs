using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Histories;

/// <summary>An operation of a migration, and the line that made it.</summary>
public sealed record Step(Operation Operation)
{
    /// <summary>The line of the call that made the operation.</summary>
    [NotCanonical]
    public Place? Place { get; init; }
}
