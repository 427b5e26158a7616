using System.Reflection;
using FluentMigrator.Infrastructure;
using Migrations.Build.Builder.Reading.Discovering;

namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>What a migration may ask for while it is read: the resources of its own assembly, and nothing that exists only at release time.</summary>
internal sealed class Services(Assembly assembly) : IServiceProvider
{
    private readonly IEnumerable<IEmbeddedResourceProvider> _resources = [new DefaultEmbeddedResourceProvider(assembly)];

    /// <inheritdoc/>
    public object? GetService(Type serviceType) => serviceType switch
    {
        _ when serviceType == typeof(IEnumerable<IEmbeddedResourceProvider>) => _resources,
        _ when serviceType == typeof(IServiceProvider) => this,
        _ => null,
    };

    /// <summary>A new instance of a migration class.</summary>
    public object Make(Type type)
    {
        var constructor = Obstacle.UsableConstructor(type)!;
        return constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [.. constructor.GetParameters().Select(p => GetService(p.ParameterType))], null);
    }
}
