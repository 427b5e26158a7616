using System.Diagnostics;

namespace Migrations.Build.Builder.Reading.Places;

/// <summary>An instruction of the user's assembly. Cheap to note (seven microseconds); its line is looked up later.</summary>
internal sealed record Caller(int Method, int Offset)
{
    /// <summary>
    /// The instruction that is being executed: the innermost one in the migration's own class, so that a shared helper
    /// does not hide which migration called it; else the innermost one of its assembly.
    /// </summary>
    public static Caller? Find(Type migration) => Find(migration, new StackTrace(2, fNeedFileInfo: false));

    /// <summary>The instruction that threw, of those in the migration's class or assembly.</summary>
    public static Caller? Find(Type migration, Exception thrown) => Find(migration, new StackTrace(thrown, fNeedFileInfo: false));

    private static Caller? Find(Type migration, StackTrace stack)
    {
        Caller? helper = null;
        for (var i = 0; i < stack.FrameCount; i++)
        {
            var frame = stack.GetFrame(i);
            if (frame?.GetMethod() is not { DeclaringType: { } type } method || type.Assembly != migration.Assembly)
            {
                continue;
            }

            if (Belongs(type, migration))
            {
                return new(method.MetadataToken, frame.GetILOffset());
            }

            helper ??= new(method.MetadataToken, frame.GetILOffset());
        }

        return helper;
    }

    private static bool Belongs(Type? type, Type migration)
    {
        for (; type is not null; type = type.DeclaringType)
        {
            if (type == migration)
            {
                return true;
            }
        }

        return false;
    }
}
