using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Toolchain;

namespace Migrations.Build.Builder.Building;

/// <summary>Tells of a fault of ours: a message in the build, and where it happened in what a detailed build shows.</summary>
internal static class Fault
{
    /// <summary>The finding.</summary>
    public static Finding Of(string during, Exception fault)
    {
        Console.Error.WriteLine(fault);
        return new(BuilderFailed.Rule.Id, Items.Of($"{during} ended with {Text(fault)}"));
    }

    /// <summary>The kind of the exception and its message, as the end of a sentence.</summary>
    public static string Text(Exception fault) => $"{fault.GetType().Name}, {fault.Message.ReplaceLineEndings(" ").TrimEnd('.')}";
}
