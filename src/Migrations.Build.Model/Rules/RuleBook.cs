using System.Text;

namespace Migrations.Build.Model.Rules;

/// <summary>Every rule, and the page about each.</summary>
public static class RuleBook
{
    /// <summary>All rules in the order of their ids.</summary>
    public static Items<Rule> All { get; } = Items.Of(
        Toolchain.AssemblyUnreadable.Rule,
        Toolchain.MigrationWillNotRun.Rule,
        Toolchain.LostInRendering.Rule,
        Toolchain.CodeTimedOut.Rule,
        Toolchain.CodeCapturesState.Rule,
        Toolchain.NoMigrations.Rule,
        Toolchain.BuilderFailed.Rule,
        Toolchain.MigrationThrows.Rule,
        Toolchain.OperationIncomplete.Rule,
        Toolchain.ScriptNotFound.Rule,
        Toolchain.ConditionIgnored.Rule,
        Toolchain.UpFails.Rule,
        Toolchain.DownFails.Rule,
        Toolchain.SchemaNotRestored.Rule,
        Toolchain.RowsNotRestored.Rule,
        Toolchain.SecondUpDiffers.Rule,
        Toolchain.ExpectationFails.Rule,
        Toolchain.WorksOnlyWhileEmpty.Rule,
        Toolchain.NotProvedOnSqlite.Rule,
        Toolchain.DataLostOnRollback.Rule,
        Toolchain.IntegrityBroken.Rule,
        Toolchain.NoReleasesFile.Rule,
        Toolchain.SettingUnreadable.Rule);

    private static Dictionary<string, Rule> ById { get; } = All.ToDictionary(r => r.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The rule with the given id, in any letter case; null when there is none.</summary>
    public static Rule? Find(string id) => ById.TryGetValue(id, out var rule) ? rule : null;

    /// <summary>The page about the rule with the given id, as Markdown; null when there is no such rule.</summary>
    public static string? Page(string id)
    {
        if (Find(id) is not { } rule)
        {
            return null;
        }

        using var stream = typeof(RuleBook).Assembly.GetManifestResourceStream(rule.Name + ".md")
            ?? throw new InvalidOperationException($"Rule '{rule.Id}' has no page.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
