namespace Migrations.Build.Builder.Reading.Places;

/// <summary>The compiler's <c>PathMap</c> backwards: a build on a server writes other folders into the symbols than those that are there.</summary>
internal sealed class PathMap
{
    private readonly (string Real, string Written)[] _folders;

    /// <summary>Reads <c>folder=written,folder=written</c>, in which a comma or an equals sign of a path is doubled.</summary>
    public PathMap(string text) => _folders = [.. Split(text, ',').Select(pair => Split(pair, '=')).Where(p => p is [{ Length: > 0 }, { Length: > 0 }]).Select(p => (p[0], p[1]))];

    /// <summary>The path of a file that symbols name; as it is written where no file is there.</summary>
    public string Find(string written) => _folders.Length == 0 || File.Exists(written) ? written : Candidates(written).FirstOrDefault(File.Exists) ?? written;

    private IEnumerable<string> Candidates(string written) =>
        from folder in _folders
        where written.StartsWith(folder.Written, StringComparison.Ordinal)
        let rest = written[folder.Written.Length..].Replace('\\', '/').Replace('/', Path.DirectorySeparatorChar)
        select Path.Combine(folder.Real, rest.TrimStart(Path.DirectorySeparatorChar));

    private static string[] Split(string text, char separator) =>
        [.. text.Replace($"{separator}{separator}", "\0", StringComparison.Ordinal).Split(separator).Select(p => p.Replace('\0', separator).Trim())];
}
