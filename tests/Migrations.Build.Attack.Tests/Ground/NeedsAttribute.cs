using Migrations.Build.Attack.Tests.Flushing;

namespace Migrations.Build.Attack.Tests.Ground;

/// <summary>A fact that needs something of the machine, and says what where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsAttribute : FactAttribute
{
    private static readonly Lazy<bool> Mounting = new(() => OperatingSystem.IsLinux() && CanMount());

    public NeedsAttribute(string what) => Skip = what switch
    {
        "strace" => Flushes.CanCount ? null : "There is no strace here, or it may not trace: install it, and allow ptrace, to count flushes.",
        "mount" => Mounting.Value ? null : "This user may not mount a file system here: run as root to see a small disk and a read-only folder.",
        "bash" => OperatingSystem.IsWindows() ? "There is no bash here that limits the size of files." : null,
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static bool CanMount()
    {
        var folder = Directory.CreateTempSubdirectory("migrations-mount-").FullName;
        var can = Tool.Works("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder) && Tool.Works("umount", folder);
        Directory.Delete(folder);
        return can;
    }
}
