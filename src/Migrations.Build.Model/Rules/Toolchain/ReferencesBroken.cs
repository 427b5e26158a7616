using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>Rows would refer to nothing.</summary>
public static class ReferencesBroken
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9319", nameof(ReferencesBroken))
    {
        Title = "Rows would refer to nothing",
        Message = "Migration {0} '{1}' leaves rows that refer to rows which are gone: {2}. The migration {3}. Delete or change these rows in the migration, or drop their foreign key first.",
        Severity = Severity.Error,
    };
}
