using System.Reflection;
using System.Runtime.ExceptionServices;
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
        var parameters = constructor.GetParameters();
        return parameters.Length == 0
            ? MakePlain(type)
            : constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [.. parameters.Select(p => GetService(p.ParameterType))], null);
    }

    // For a constructor that is invoked more than once .NET compiles a method of its own, and there are as many as migrations.
    private static object MakePlain(Type type)
    {
        try
        {
            return Activator.CreateInstance(type)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is { } thrown)
        {
            ExceptionDispatchInfo.Throw(thrown);
            throw;
        }
    }
}
