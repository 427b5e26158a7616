using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Rules.Toolchain;

namespace Migrations.Build.Builder.Building;

/// <summary>Opens the releases file.</summary>
internal static class ReleasesOnDisk
{
    /// <summary>What the file says, null when there is none; a file that cannot be read is a finding.</summary>
    public static (ReleasesFile? File, Finding? Problem) Open(string path)
    {
        if (!File.Exists(path))
        {
            return (null, null);
        }

        try
        {
            return (ReleasesReader.Read(File.ReadAllText(path)), null);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return (null, new(SettingUnreadable.Rule.Id, Items.Of("MigrationsReleasesFile", path, e.Message.TrimEnd('.'))));
        }
    }
}
