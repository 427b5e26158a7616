using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The code of a migration throws.</summary>
public static class MigrationThrows
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9108", nameof(MigrationThrows))
    {
        Title = "The code of a migration throws",
        Message = "{0} of migration '{1}'{?3 and {3}} throws: {2}. The build cannot read what it does. "
            + "Correct the code, move what needs a live database into 'Execute.WithConnection', "
            + "and do what the application does before it migrates in a method with '[ModuleInitializer]' in the same assembly.",
        Severity = Severity.Error,
    };
}
