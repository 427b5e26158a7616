namespace Migrations.Build.Runner.Journal;

/// <summary>The runner that holds the lock.</summary>
public sealed record LockHolder(string By, int Process, DateTimeOffset Since);
