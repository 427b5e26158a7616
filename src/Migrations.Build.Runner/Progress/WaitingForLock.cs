using Migrations.Build.Runner.Journal;

namespace Migrations.Build.Runner.Progress;

/// <summary>Another runner works on the database, and this one waits.</summary>
public sealed record WaitingForLock(LockHolder? Holder) : RunEvent;
