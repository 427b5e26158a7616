using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.Model.Tests.Rules;

/// <summary>
/// What a page says that SQLite does, it does: each statement of its proof is run, and what came of it stands behind it. With UPDATE_GOLDEN=1
/// that is written into the pages.
/// </summary>
public sealed class ProofTests
{
    private static readonly Regex Proof = new(@"(?<=\n## Proof\n\nRun on SQLite by the tests, foreign keys on:\n\n```sql\n).*?(?=```\n)", RegexOptions.Singleline);

    public static TheoryData<string> Pages { get; } = [.. RuleBook.All.Where(r => Proof.IsMatch(RuleBook.Page(r.Id)!)).Select(r => r.Id)];

    public static TheoryData<string> Claims { get; } = [.. RuleBook.All.Where(r => r.Severity == Severity.Error && Regex.IsMatch(r.Id, "^MIG0[37]") && RuleBook.Page(r.Id)!.Contains("\n- SQLite", StringComparison.Ordinal)).Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_proof_comes_out_as_its_page_says(string id)
    {
        var page = RuleBook.Page(id)!;
        var written = Proof.Match(page).Value;

        var told = Run(written);

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Find(id), page.Replace(written, told, StringComparison.Ordinal));
        }

        Assert.Equal(told, written);
        Assert.Contains("; -- ", written, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Claims))]
    public void An_error_that_speaks_of_SQLite_is_proved_there(string id) => Assert.Matches(Proof, RuleBook.Page(id)!);

    private static string Run(string text)
    {
        using var database = new SqliteFile();
        return string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Run(database, line.Split("; -- ")[0].TrimEnd(';')) + "\n"));
    }

    private static string Run(SqliteFile database, string statement)
    {
        try
        {
            return database.Value(statement) is { } value ? $"{statement}; -- {value}" : statement + ";";
        }
        catch (SqliteException e)
        {
            return $"{statement}; -- refused: {e.Message[(e.Message.IndexOf('\'', StringComparison.Ordinal) + 1)..e.Message.LastIndexOf('\'')]}";
        }
    }

    private static string Find(string id, [CallerFilePath] string here = "") =>
        Directory.GetFiles(Path.Combine(here, "../../../../src/Migrations.Build.Model/Rules"), "*.md", SearchOption.AllDirectories)
            .Single(f => File.ReadAllText(f).StartsWith($"# {id} ", StringComparison.Ordinal));
}
