using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Rules.Texts;

/// <summary>A script is not saved as UTF-8.</summary>
public static class ScriptNotUtf8
{
    /// <summary>The rule: the script, and the first word that lost a character.</summary>
    public static Rule Rule { get; } = new("MIG0919", nameof(ScriptNotUtf8))
    {
        Title = "A script is not saved as UTF-8",
        Message = "Script '{0}' is not saved as UTF-8: '{1}' holds characters that cannot be read. "
            + "FluentMigrator reads scripts as UTF-8 and puts '\ufffd' in their place, which would reach the database. "
            + "Save the file as UTF-8.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from text in SqlStep.Of(pass)
        where text.Sql.Origin is not null && text.Sql.Text.IndexOf(Lost) >= 0
        let word = StatementSplitter.Split(text.Sql.Text, pass.Target.Kind, insideBatches: true).SelectMany(s => s.Tokens).FirstOrDefault(t => t.Text.IndexOf(Lost) >= 0)
        where word is not null
        select text.Find(Rule.Id, text.Sql.Origin!, Around(word.Text));

    private const char Lost = '\ufffd';

    private static string Around(string word)
    {
        const int Before = 20;
        var start = Math.Max(0, word.IndexOf(Lost) - Before);
        return word.Substring(start, Math.Min(2 * Before, word.Length - start)).Trim();
    }
}
