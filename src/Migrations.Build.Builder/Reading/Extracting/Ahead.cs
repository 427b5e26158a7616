using System.Reflection;
using System.Runtime.CompilerServices;
using Migrations.Build.Builder.Reading.Discovering;
using Migrations.Build.Model;

namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>Has .NET compile the methods of later migrations while earlier ones are read: each runs once, and compiling it takes longer. It runs none of them.</summary>
internal static class Ahead
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Starts to compile, on another thread. What is wrong with a method ends that in silence, for it shows when the method is run, and is told then.</summary>
    public static void Compile(Items<Candidate> candidates) => _ = Task.Run(() =>
    {
        foreach (var method in candidates.SelectMany(c => MethodsOf(c.Type)))
        {
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
        }
    });

    private static IEnumerable<MethodBase> MethodsOf(Type type) =>
        type.GetConstructors(Own).Concat<MethodBase>(type.GetMethods(Own).Where(m => m.Name is "Up" or "Down" && !m.ContainsGenericParameters));
}
