using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>Another runner works on the database.</summary>
public static class LockedByAnother
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9302", nameof(LockedByAnother))
    {
        Title = "Another runner works on the database",
        Message = "Another runner works on database '{0}'{?1 ({1})}. Nothing was changed. Run again when it is done, or wait longer with --lock-timeout.",
        Severity = Severity.Error,
    };
}
