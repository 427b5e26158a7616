using System.Reflection;
using System.Reflection.Emit;
using FluentMigrator;
using Migrations.Build.Oracle.Tests.Telling;

namespace Migrations.Build.Oracle.Tests.Playing;

/// <summary>Assemblies of migration classes that do what the story at hand says: one for each sequence of kinds.</summary>
internal static class Emitted
{
    private const string Door = "Migrations.Build.Oracle";
    private static readonly Dictionary<string, string> Known = [];
    private static readonly string Folder = Directory.CreateTempSubdirectory("oracle-").FullName;
    private static Story? _now;

    /// <summary>Lets what reads an assembly read a story. One at a time.</summary>
    public static T Reading<T>(Story story, Func<string, T> read)
    {
        AppContext.SetData(Door, new Action<MigrationBase, int, bool>(Do));
        var kinds = string.Concat(story.Migrations.Select(m => m.Down == DownMode.Automatic ? 'A' : 'M').Prepend('M'));
        if (!Known.TryGetValue(kinds, out var path))
        {
            Known.Add(kinds, path = Write(kinds));
        }

        _now = story;
        return read(path);
    }

    private static void Do(MigrationBase migration, int version, bool up)
    {
        if (version == 1)
        {
            (up ? _now!.Base : []).ToList().ForEach(s => ((Migration)migration).Execute.Sql(s));
            return;
        }

        var story = _now!.Migrations[version - 2];
        if (migration is AutoReversingMigration)
        {
            story.Changes.ToList().ForEach(c => c.Reversing!(migration));
        }
        else if (up)
        {
            story.Changes.ToList().ForEach(c => c.Up.Do((Migration)migration));
        }
        else if (story.Down == DownMode.Written)
        {
            story.Changes.Reverse().SelectMany(c => c.Down).ToList().ForEach(d => d.Do((Migration)migration));
        }
    }

    private static string Write(string kinds)
    {
        var name = "Oracle" + kinds;
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly);
        var module = assembly.DefineDynamicModule(name);
        for (var i = 0; i < kinds.Length; i++)
        {
            var reversing = kinds[i] == 'A';
            var type = module.DefineType("M" + (i + 1), TypeAttributes.Public, reversing ? typeof(AutoReversingMigration) : typeof(Migration));
            type.SetCustomAttribute(new(typeof(MigrationAttribute).GetConstructor([typeof(long)]) ?? typeof(MigrationAttribute).GetConstructor([typeof(long), typeof(string)])!, Arguments(i + 1)));
            Define(type, "Up", i + 1, up: true);
            if (!reversing)
            {
                Define(type, "Down", i + 1, up: false);
            }

            type.CreateType();
        }

        var path = Path.Combine(Folder, name + ".dll");
        assembly.Save(path);
        return path;
    }

    private static object?[] Arguments(long version) => typeof(MigrationAttribute).GetConstructor([typeof(long)]) is null ? [version, null] : [version];

    // ((Action<MigrationBase, int, bool>)AppContext.GetData(Door)).Invoke(this, version, up)
    private static void Define(TypeBuilder type, string name, int version, bool up)
    {
        var il = type.DefineMethod(name, MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.HideBySig, typeof(void), []).GetILGenerator();
        il.Emit(OpCodes.Ldstr, Door);
        il.Emit(OpCodes.Call, typeof(AppContext).GetMethod(nameof(AppContext.GetData))!);
        il.Emit(OpCodes.Castclass, typeof(Action<MigrationBase, int, bool>));
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, version);
        il.Emit(up ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Callvirt, typeof(Action<MigrationBase, int, bool>).GetMethod("Invoke")!);
        il.Emit(OpCodes.Ret);
    }
}
