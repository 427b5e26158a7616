namespace Migrations.Build.Model.Findings;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Somebody should look.</summary>
    Warning,

    /// <summary>It will fail, or lose data.</summary>
    Error,
}
