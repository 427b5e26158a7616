namespace Migrations.Build.Runner.Applying;

/// <summary>How much is one transaction.</summary>
public enum TransactionScope
{
    /// <summary>Each migration that did not ask for none.</summary>
    Migration,

    /// <summary>The whole deployment, where every migration allows it.</summary>
    Deployment,
}
