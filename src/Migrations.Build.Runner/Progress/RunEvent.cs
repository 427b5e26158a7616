namespace Migrations.Build.Runner.Progress;

/// <summary>Something that happened while a verb runs.</summary>
public abstract record RunEvent;
