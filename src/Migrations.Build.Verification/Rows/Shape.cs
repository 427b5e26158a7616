using Migrations.Build.Model.Operations;

namespace Migrations.Build.Verification.Rows;

/// <summary>What values a column holds.</summary>
/// <param name="Kind">The kind of type.</param>
/// <param name="Size">The greatest length, or the total digits; null when it is not limited.</param>
/// <param name="Digits">The digits behind the point of a decimal.</param>
internal sealed record Shape(TypeKind Kind, int? Size = null, int? Digits = null)
{
    /// <summary>Whether the text is a document that has to be well formed.</summary>
    public bool Json { get; init; }
}
