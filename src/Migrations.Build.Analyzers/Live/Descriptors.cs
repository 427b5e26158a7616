using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.Analyzers.Live;

/// <summary>What the compiler knows of each rule.</summary>
internal static class Descriptors
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = RuleBook.All
        .Where(r => !r.Id.StartsWith("MIG9", StringComparison.Ordinal))
        .ToImmutableDictionary(r => r.Id, Of, StringComparer.Ordinal);

    /// <summary>Every descriptor.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ById.Values.OrderBy(d => d.Id, StringComparer.Ordinal).ToImmutableArray();

    /// <summary>The descriptor of a rule; null for what only the toolchain reports.</summary>
    public static DiagnosticDescriptor? Find(string rule) => ById.TryGetValue(rule, out var descriptor) ? descriptor : null;

    /// <summary>What the compiler calls a severity.</summary>
    public static DiagnosticSeverity SeverityOf(Model.Findings.Severity severity) => severity switch
    {
        Model.Findings.Severity.Error => DiagnosticSeverity.Error,
        Model.Findings.Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

#pragma warning disable RS2008, RS1033, RS1031, RS1032 // A rule's record says all of this once, and a test of the whole book keeps it in form.
    private static DiagnosticDescriptor Of(Rule rule) =>
        new(rule.Id, rule.Title, "{0}", "Migrations", SeverityOf(rule.Severity), isEnabledByDefault: true, helpLinkUri: rule.HelpLink);
#pragma warning restore RS2008, RS1033, RS1031, RS1032
}
