using Migrations.Build.Model;

namespace Migrations.Build.Builder.Requests;

/// <summary>What the project's properties make of warnings.</summary>
/// <param name="AreErrors"><c>TreatWarningsAsErrors</c>.</param>
/// <param name="Errors"><c>WarningsAsErrors</c>.</param>
/// <param name="NoErrors"><c>WarningsNotAsErrors</c>.</param>
/// <param name="Silent"><c>NoWarn</c>.</param>
internal sealed record Warnings(bool AreErrors, Items<string> Errors, Items<string> NoErrors, Items<string> Silent)
{
    /// <summary>Nothing is said of any.</summary>
    public static Warnings Usual { get; } = new(false, Items<string>.Empty, Items<string>.Empty, Items<string>.Empty);

    /// <summary>Every id of which something is said.</summary>
    public IEnumerable<string> Named => Errors.Concat(NoErrors).Concat(Silent);
}
