using Microsoft.CodeAnalysis;

namespace Migrations.Build.Analyzers;

/// <summary>FluentMigrator's types in a compilation.</summary>
internal sealed class KnownSymbols
{
    private KnownSymbols(INamedTypeSymbol migration, INamedTypeSymbol migrationBase, Compilation compilation)
    {
        (Migration, MigrationBase) = (migration, migrationBase);
        Up = migrationBase.GetMembers("Up").OfType<IMethodSymbol>().FirstOrDefault();
        Down = migrationBase.GetMembers("Down").OfType<IMethodSymbol>().FirstOrDefault();
        AutoReversing = Find("AutoReversingMigration");
        ForwardOnly = Find("ForwardOnlyMigration");
        AutoScript = Find("AutoScriptMigration");
        MigrationAttribute = Find("MigrationAttribute");
        TimestampedAttribute = Find("TimestampedMigrationAttribute");
        ProfileAttribute = Find("ProfileAttribute");
        MaintenanceAttribute = Find("MaintenanceAttribute");
        TagsAttribute = Find("TagsAttribute");

        // A compilation looks through all its references, which is felt at each keystroke.
        INamedTypeSymbol? Find(string name) =>
            migration.ContainingAssembly.GetTypeByMetadataName("FluentMigrator." + name)
            ?? migrationBase.ContainingAssembly.GetTypeByMetadataName("FluentMigrator." + name)
            ?? compilation.GetTypeByMetadataName("FluentMigrator." + name);
    }

    /// <summary>The interface that every migration implements.</summary>
    public INamedTypeSymbol Migration { get; }

    /// <summary>The class in which chains begin.</summary>
    public INamedTypeSymbol MigrationBase { get; }

    public IMethodSymbol? Up { get; }

    public IMethodSymbol? Down { get; }

    public INamedTypeSymbol? AutoReversing { get; }

    public INamedTypeSymbol? ForwardOnly { get; }

    public INamedTypeSymbol? AutoScript { get; }

    public INamedTypeSymbol? MigrationAttribute { get; }

    public INamedTypeSymbol? TimestampedAttribute { get; }

    public INamedTypeSymbol? ProfileAttribute { get; }

    public INamedTypeSymbol? MaintenanceAttribute { get; }

    public INamedTypeSymbol? TagsAttribute { get; }

    /// <summary>The types; null where the compilation does not use FluentMigrator, and nothing is to be done.</summary>
    public static KnownSymbols? TryCreate(Compilation compilation) =>
        compilation.GetTypeByMetadataName("FluentMigrator.IMigration") is { } migration && compilation.GetTypeByMetadataName("FluentMigrator.MigrationBase") is { } migrationBase
            ? new(migration, migrationBase, compilation)
            : null;

    /// <summary>Whether a type is another or derives from it.</summary>
    public static bool Is(INamedTypeSymbol? type, INamedTypeSymbol? other)
    {
        for (var at = type; at is not null && other is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, other))
            {
                return true;
            }
        }

        return false;
    }
}
