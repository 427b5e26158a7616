using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Migrations.Build.Testing;

/// <summary>Compares a text with a file that was accepted before: <c>UPDATE_GOLDEN=1</c> accepts, and under <c>CI=true</c> a missing file fails.</summary>
internal static class Golden
{
    /// <summary>Fails unless the text equals the file of that name in the test project's folder Golden; a new file is written outside CI.</summary>
    public static void Matches(string name, string actual) =>
        Compare(Path.Combine(ProjectFolder(), "Golden", name), actual, IsSet("UPDATE_GOLDEN"), mayCreate: !IsSet("CI"));

    internal static void Compare(string path, string actual, bool accept, bool mayCreate)
    {
        var text = actual.Replace("\r\n", "\n", StringComparison.Ordinal);
        var known = File.Exists(path);
        if (accept || (!known && mayCreate))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        if (!known)
        {
            throw new Xunit.Sdk.XunitException($"The accepted file '{path}' is missing. Run the tests with UPDATE_GOLDEN=1 and look at what it holds.");
        }

        var expected = File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal);
        if (expected != text)
        {
            throw new Xunit.Sdk.XunitException($"'{Path.GetFileName(path)}' differs from what was accepted (- accepted, + now). UPDATE_GOLDEN=1 accepts.\n{Difference(expected, text)}");
        }
    }

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is "1" or "true";

    private static string Difference(string expected, string actual)
    {
        var text = new StringBuilder();
        foreach (var line in InlineDiffBuilder.Diff(expected, actual).Lines.Where(l => l.Type != ChangeType.Unchanged))
        {
            text.Append(line.Type == ChangeType.Inserted ? "+ " : "- ").Append(line.Text).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The folder of the running test project: the first one upwards that holds a project file.</summary>
    private static string ProjectFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && folder.GetFiles("*.csproj").Length == 0)
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside their project.");
    }
}
