using Microsoft.CodeAnalysis.Text;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Migrations;

/// <summary>The SQL files that the project embeds.</summary>
/// <param name="files">Each with the name of its resource, or as much of its end as its path tells.</param>
internal sealed class Scripts(IReadOnlyList<(string Name, SourceText Text)> files)
{
    /// <summary>No files.</summary>
    public static Scripts None { get; } = new([]);

    /// <summary>Tells these files from others.</summary>
    public string Key { get; } = string.Concat(files.Select(f => "\n" + f.Name + " " + Convert.ToBase64String([.. f.Text.GetChecksum()])));

    /// <summary>The name that the file of a path ends with as a resource.</summary>
    public static string NameOf(string path) => path.Replace('/', '.').Replace('\\', '.');

    /// <summary>What a script does. As for FluentMigrator, the name's parts are the last parts of exactly one resource's name.</summary>
    public Operation Read(string name)
    {
        var found = files.Where(f => ("." + f.Name).EndsWith("." + name, StringComparison.OrdinalIgnoreCase)).Take(2).Select(f => f.Text.ToString()).ToArray();
        return found.Length == 1 && !found[0].Contains("$(")
            ? new RawSql(found[0], SqlSource.Embedded) { Origin = name }
            : Unread(name);
    }

    /// <summary>A script whose text the editor does not know.</summary>
    public static Opaque Unread(string name) => new($"the script '{name}' is read by the build");
}
