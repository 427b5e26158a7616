namespace Migrations.Build.Attack.Tests.Ground;

/// <summary>A small disk in memory.</summary>
internal sealed class Mount : IDisposable
{
    public Mount(string folder, int kilobytes)
    {
        Folder = folder;
        Assert.True(Tool.Works("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", folder));
    }

    public string Folder { get; }

    /// <summary>Mounts it anew with other options, such as <c>ro</c> or <c>size=9m</c>.</summary>
    public void Change(string options) => Assert.True(Tool.Works("mount", "-o", "remount," + options, Folder));

    public void Dispose() => Tool.Works("umount", "-l", Folder);
}
