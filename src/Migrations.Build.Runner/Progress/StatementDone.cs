namespace Migrations.Build.Runner.Progress;

/// <summary>A statement of the migration that runs is done, as number <paramref name="Number"/> of <paramref name="Total"/>.</summary>
public sealed record StatementDone(long Version, int Number, int Total) : RunEvent;
