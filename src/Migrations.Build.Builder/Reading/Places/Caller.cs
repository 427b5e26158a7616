using System.Diagnostics;

namespace Migrations.Build.Builder.Reading.Places;

/// <summary>An instruction of the user's assembly. Cheap to note (seven microseconds); its line is looked up later.</summary>
internal sealed record Caller(int Method, int Offset)
{
    /// <summary>
    /// The instruction that is being executed: the innermost one in the migration's own class, so that a shared helper
    /// does not hide which migration called it. Null where a base class did it all: then the class is the place.
    /// </summary>
    public static Caller? Find(Type migration) => Find(migration, new StackTrace(fNeedFileInfo: false));

    /// <summary>The instruction that threw, of those in the migration's class.</summary>
    public static Caller? Find(Type migration, Exception thrown) => Find(migration, new StackTrace(thrown, fNeedFileInfo: false));

    // No frame is skipped by its number: which of our own are there is the compiler's choice.
    private static Caller? Find(Type migration, StackTrace stack) => stack.GetFrames()
        .Select(frame => (Frame: frame, Method: frame.GetMethod()))
        .Where(f => f.Method?.DeclaringType is { } type && type.Assembly == migration.Assembly && Belongs(type, migration))
        .Select(f => new Caller(f.Method!.MetadataToken, f.Frame.GetILOffset()))
        .FirstOrDefault();

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
