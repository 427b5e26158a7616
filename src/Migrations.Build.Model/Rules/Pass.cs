using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules;

/// <summary>What a rule looks at: one migration on one database, with the schema around each of its steps.</summary>
public sealed record Pass
{
    /// <summary>The database, and the oldest version that must work.</summary>
    public required DatabaseTarget Target { get; init; }

    /// <summary>The migration.</summary>
    public required Migration Migration { get; init; }

    /// <summary>What it does on this database.</summary>
    public required Script Script { get; init; }

    /// <summary>Its Up, step by step, from the schema that all earlier migrations leave.</summary>
    public required Trace Up { get; init; }

    /// <summary>Its Down, step by step, from the schema that its Up leaves.</summary>
    public required Trace Down { get; init; }

    /// <summary>The schema before the migration.</summary>
    public Schema Before => Up.Before;

    /// <summary>A finding of a rule about this migration, at the place of a step or, without one, at the migration.</summary>
    public Finding Find(string rule, Place? place, params string[] values) => new(rule, Items.Of(values))
    {
        Version = Migration.Version,
        Class = Migration.Class,
        Databases = Items.Of(Target.Kind),
        Place = place ?? Migration.Place,
    };
}
