using System.Reflection;
using Migrations.Build.Builder.Reading.Places;
using Migrations.Build.Model;

namespace Migrations.Build.Builder.Reading.Loading;

/// <summary>The user's assembly, its types, and its debug symbols.</summary>
/// <param name="Types">Every type that could be loaded.</param>
/// <param name="Problems">Why others could not.</param>
internal sealed record LoadedAssembly(Assembly Assembly, Items<Type> Types, Items<string> Problems, Symbols Symbols)
{
    /// <summary>Loads the assembly at a path.</summary>
    public static LoadedAssembly Load(string path, References references, PathMap paths)
    {
        var full = Path.GetFullPath(path);
        var assembly = new UserContext(full, references).LoadFromAssemblyPath(full);
        var symbols = Symbols.Open(full, paths);
        try
        {
            return new(assembly, assembly.GetTypes().ToItems(), Items<string>.Empty, symbols);
        }
        catch (ReflectionTypeLoadException partly)
        {
            var types = partly.Types.OfType<Type>().ToItems();
            if (!Unloaded.MayHoldMigrations(full, types))
            {
                return new(assembly, types, Items<string>.Empty, symbols);
            }

            var problems = partly.LoaderExceptions.Select(e => e?.Message ?? "").Where(m => m.Length > 0).Distinct(StringComparer.Ordinal).ToItems();
            return new(assembly, types, problems, symbols);
        }
    }
}
