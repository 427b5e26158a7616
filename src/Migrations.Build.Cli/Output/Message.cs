using Migrations.Build.Bundle.Reading;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules;
using Migrations.Build.Model.Rules.Toolchain;

namespace Migrations.Build.Cli.Output;

/// <summary>Something to say: a finding, or what the program itself has to say.</summary>
internal sealed record Message(Severity Severity, string Text)
{
    public Finding? Finding { get; init; }

    public static Message Error(string text) => new(Severity.Error, text);

    public static Message Of(Finding finding) => new(finding.Severity ?? RuleBook.Find(finding.Rule)?.Severity ?? Severity.Error, FindingText.Of(finding)) { Finding = finding };

    public static Message Of(DamagedBundleException damage) => Of(new Finding(BundleDamaged.Rule.Id, Items.Of(damage.Part == DamagedBundleException.Container ? "" : damage.Part, damage.Reason)));

    public Json ToJson(Secrets secrets) => new Fields()
        .With("rule", Finding?.Rule)
        .With("severity", Severity.ToString().ToLowerInvariant())
        .With("text", secrets.Hide(Text))
        .With("version", Finding is { Version: not 0 } about ? about.Version : null)
        .With("class", Finding?.Class)
        .With("databases", Json.Array((Finding?.Databases ?? Items<DatabaseKind>.Empty).Select(d => Json.Of(Dialect.Of(d).Id))))
        .With("helpLink", Finding is { } found ? RuleBook.Find(found.Rule)?.HelpLink : null)
        .ToJson();
}
