namespace Migrations.Build.Runner.Journal;

/// <summary>How a deployment ended.</summary>
public enum DeploymentState
{
    /// <summary>It runs, or its runner died.</summary>
    Running,

    /// <summary>Everything it was to do is done.</summary>
    Done,

    /// <summary>A migration failed, and what the deployment did was undone.</summary>
    RolledBack,

    /// <summary>A migration failed, and what was done before it stands.</summary>
    Stopped,

    /// <summary>It was cancelled.</summary>
    Cancelled,

    /// <summary>Its runner died; a later run found that.</summary>
    Interrupted,
}
