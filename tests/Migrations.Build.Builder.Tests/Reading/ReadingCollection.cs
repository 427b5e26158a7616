namespace Migrations.Build.Builder.Tests.Reading;

/// <summary>Reading changes the process for a moment (folder, environment, console), so no other test runs beside it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ReadingCollection
{
    public const string Name = "Reading";
}
