using System.Runtime.CompilerServices;

namespace Migrations.Build.Bundle.Tests;

/// <summary>Compares a text with the file that people looked at; <c>UPDATE_GOLDEN=1</c> writes the file anew.</summary>
internal static class Golden
{
    public static void Equal(string name, string text, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }
}
