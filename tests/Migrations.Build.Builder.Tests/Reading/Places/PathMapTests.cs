using CsCheck;
using Migrations.Build.Builder.Reading.Places;

namespace Migrations.Build.Builder.Tests.Reading.Places;

public sealed class PathMapTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("map-");

    [Fact]
    public void A_file_is_found_again_whatever_its_folder_is_called()
    {
        var name = Gen.String["ab ,=/"].Where(s => s.Trim(' ', '/') == s && s.Length > 0 && !s.Contains("//", StringComparison.Ordinal) && !s.Contains(" /", StringComparison.Ordinal));
        Gen.Select(name, name, Gen.OneOfConst("/_/", "/_1/", "C:\\src\\", "/_")).Sample(
            (folder, file, written) =>
            {
                var root = Path.Combine(_folder.FullName, folder);
                var path = Path.Combine(root, "x" + file + ".cs");
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, "");
                var map = new PathMap($"/elsewhere/=/e/,{Escape(root)}/={Escape(written)},/more=/m");
                return map.Find(written + "x" + file + ".cs") == path;
            },
            iter: 100);
    }

    [Theory]
    [InlineData("", "/_/M.cs")]
    [InlineData("/gone/=/_/", "/_/M.cs")]
    [InlineData("nothing", "/_/M.cs")]
    [InlineData("=/_/,/a=", "/_/M.cs")]
    public void A_file_that_is_not_there_keeps_its_name(string map, string written) => Assert.Equal(written, new PathMap(map).Find(written));

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Escape(string path) => path.Replace(",", ",,", StringComparison.Ordinal).Replace("=", "==", StringComparison.Ordinal);
}
