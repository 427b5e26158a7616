using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A migration is not proved on SQLite.</summary>
public static class NotProvedOnSqlite
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9208", nameof(NotProvedOnSqlite))
    {
        Title = "A migration is not proved on SQLite",
        Message = "Migration '{0}' is not proved on SQLite: {1}. The build did not see it run. Prove it with 'migrations verify --connection' on an empty database of the real engine.",
        Severity = Severity.Info,
    };
}
