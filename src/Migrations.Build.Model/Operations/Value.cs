using Migrations.Build.Model.Canonical;

namespace Migrations.Build.Model.Operations;

/// <summary>A constant in a migration: its kind, and its invariant text.</summary>
/// <param name="Kind">What the text means.</param>
/// <param name="Text">The text in invariant form; null only for <see cref="ValueKind.Null"/>.</param>
public sealed record Value(ValueKind Kind, string? Text)
{
    /// <summary>What the value came from, where it is known to be no constant of the migration.</summary>
    [NotCanonical]
    public ValueOrigin Origin { get; init; }

    /// <summary>The database null.</summary>
    public static Value Null { get; } = new(ValueKind.Null, null);

    /// <summary>A Unicode string.</summary>
    public static Value Of(string text) => new(ValueKind.Text, text);

    /// <summary>A whole number.</summary>
    public static Value Of(long number) => new(ValueKind.Integer, number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A truth value.</summary>
    public static Value Of(bool value) => new(ValueKind.Boolean, value ? "true" : "false");

    /// <summary>SQL text that stands for itself.</summary>
    public static Value Sql(string text) => new(ValueKind.Sql, text);
}
