using System.Reflection;
using FluentMigrator;
using FluentMigrator.Runner.Constraints;
using Migrations.Build.Builder.Reading.Extracting;
using Migrations.Build.Builder.Reading.Loading;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules;
using Migrations.Build.Model.Rules.Toolchain;
using Migration = Migrations.Build.Model.Histories.Migration;

namespace Migrations.Build.Builder.Reading.Discovering;

/// <summary>Finds migrations as FluentMigrator does, and says so where it passes a class over in silence.</summary>
internal static class Discovery
{
    /// <summary>The migrations among an assembly's types.</summary>
    public static Discovered In(LoadedAssembly assembly)
    {
        var candidates = new List<Candidate>();
        var (passedOver, findings) = (new List<PassedOver>(), new List<Finding>());
        var bases = assembly.Types.Select(BaseOf).OfType<Type>().ToHashSet();
        foreach (var type in assembly.Types.Where(t => t.IsClass && !t.Name.StartsWith('<')))
        {
            if (Markers.Problem(type, out var markers) is { } thrown)
            {
                findings.Add(Find(MigrationThrows.Rule, ["The attribute", type.Name, ThrownText.Of(thrown)], type, markers, assembly));
            }
            else if (Obstacle.Of(type, markers, bases) is { } obstacle)
            {
                passedOver.Add(new(type.Name.Split('`')[0], obstacle) { Version = markers.Migration?.Version ?? 0, Place = assembly.Symbols.Find(type) });
            }
            else if (Runs(type, markers) && Obstacle.Constructor(type) is { } wanted)
            {
                findings.Add(Find(MigrationWillNotRun.Rule, [NameOf(type), wanted], type, markers, assembly));
            }
            else if (Runs(type, markers))
            {
                candidates.Add(new(type, Describe(type, markers, assembly)));
                findings.AddRange(Conditions(type, candidates[^1].Migration));
            }
        }

        var ordered = candidates.OrderBy(c => c.Migration.Kind).ThenBy(c => c.Migration.Version).ThenBy(c => c.Migration.FullName, StringComparer.Ordinal);
        return new(ordered.ToItems(), passedOver.ToItems(), findings.ToItems());
    }

    /// <summary>A class's full name as C# writes it.</summary>
    public static string NameOf(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    private static Finding Find(Rule rule, string[] values, Type type, Markers markers, LoadedAssembly assembly) =>
        new(rule.Id, Items.Of(values)) { Class = type.Name, Version = markers.Migration?.Version ?? 0, Place = assembly.Symbols.Find(type) };

    private static bool Runs(Type type, Markers markers) => markers.Any && !type.IsAbstract && typeof(IMigration).IsAssignableFrom(type);

    private static Type? BaseOf(Type type) => type.BaseType is { IsGenericType: true } generic ? generic.GetGenericTypeDefinition() : type.BaseType;

    private static IEnumerable<Finding> Conditions(Type type, Migration migration)
    {
        if (type.GetCustomAttributes<MigrationConstraintAttribute>(inherit: true).Any())
        {
            yield return new(ConditionIgnored.Rule.Id, Items.Of(migration.FullName)) { Class = migration.Class, Version = migration.Version, Place = migration.Place };
        }
    }

    private static Migration Describe(Type type, Markers markers, LoadedAssembly assembly)
    {
        var tags = Tags.Of(type);
        var place = assembly.Symbols.Find(type);
        var migration = new Migration(markers.Migration?.Version ?? 0, type.Name)
        {
            FullName = NameOf(type),
            Description = markers.Migration?.Description,
            Kind = markers.Kind,
            Transaction = markers.Transaction == TransactionBehavior.None ? TransactionMode.None : TransactionMode.Own,
            BreakingChange = markers.Migration?.BreakingChange ?? false,
            Tags = tags.SelectMany(t => t.TagNames).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToItems(),
            AnyTag = tags.Any(t => t.Behavior == TagBehavior.RequireAny),
            Occasion = markers.Occasion,
            Place = place,
            SourceHash = assembly.Symbols.HashOf(place),
            DownPlace = assembly.Symbols.Find(type.GetMethod(nameof(IMigration) + ".Down") ?? DownOf(type)) ?? place,
        };
        return Annotations.AddTo(migration, type);
    }

    private static MethodInfo? DownOf(Type type) => type.GetMethod("Down", BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly, []);
}
