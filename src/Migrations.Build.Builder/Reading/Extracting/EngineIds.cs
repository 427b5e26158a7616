using Migrations.Build.Model.Databases;

namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>The names that <c>IfDatabase</c> sees: those of FluentMigrator's own processor for an engine and its version.</summary>
internal sealed record EngineIds(string DatabaseType, IList<string> Aliases)
{
    /// <summary>The names for a target database.</summary>
    public static EngineIds Of(DatabaseTarget target) => new(Engines.GeneratorId(target), [.. Engines.Aliases(target)]);
}
