namespace Migrations.Build.Bundle.Reading;

/// <summary>A bundle that is not what was written: a part is missing, added, changed or cannot be read.</summary>
/// <param name="part">The part that is not right; <see cref="Container"/> for the file around the parts.</param>
/// <param name="reason">What is wrong with it, as a sentence.</param>
public sealed class DamagedBundleException(string part, string reason) : Exception(What(part, reason))
{
    /// <summary>Stands for the file around the parts.</summary>
    public const string Container = "(container)";

    /// <summary>The part that is not right.</summary>
    public string Part { get; } = part;

    /// <summary>What is wrong with it.</summary>
    public string Reason { get; } = reason;

    private static string What(string part, string reason) =>
        (part == Container ? "The bundle's file is damaged or altered. " : $"The part '{part}' of the bundle is damaged or altered. ")
        + reason + " It was not used. Get the bundle again from the build that made it.";
}
