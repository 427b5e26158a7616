namespace Migrations.Build.Model.Histories;

/// <summary>A class that looks like a migration and that FluentMigrator passes over in silence.</summary>
/// <param name="Class">The class's name without namespace.</param>
/// <param name="Why">Why it never runs, as the end of a sentence: <c>it is not public</c>.</param>
public sealed record PassedOver(string Class, string Why)
{
    /// <summary>The version that its attribute gives; zero without one.</summary>
    public long Version { get; init; }

    /// <summary>Where the class stands.</summary>
    public Place? Place { get; init; }
}
