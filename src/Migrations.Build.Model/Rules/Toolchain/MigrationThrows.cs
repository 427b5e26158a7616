using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The code of a migration throws.</summary>
public static class MigrationThrows
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9108", nameof(MigrationThrows))
    {
        Title = "The code of a migration throws",
        Message = "{0} of migration '{1}' throws: {2}. The build cannot read what it does, and a release would fail there too. Correct the code, or move what needs a live database into 'Execute.WithConnection'.",
        Severity = Severity.Error,
    };
}
