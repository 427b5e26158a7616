namespace Migrations.Build.Runner.Progress;

/// <summary>What this deployment applied is undone, because a migration failed.</summary>
public sealed record UndoingDeployment(long Deployment, int Migrations) : RunEvent;
