using System.Reflection;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules;

/// <summary>A rule: everything that is said about it anywhere, and its check.</summary>
/// <param name="Id">Its id, such as <c>MIG0201</c>.</param>
/// <param name="Name">Its name: the sentence that it enforces or the hazard it names, as one word.</param>
public sealed record Rule(string Id, string Name)
{
    private static readonly string Pages = typeof(Rule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RulePages").Value!;

    /// <summary>The hazard in a few words, without a full stop.</summary>
    public required string Title { get; init; }

    /// <summary>The message: what (names in quotes), effect, remedy, each a sentence; <c>{0}</c> and so on stand for a finding's values.</summary>
    public required string Message { get; init; }

    /// <summary>The severity unless a finding or the user says another.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The check of one migration on one database; null for what the toolchain itself reports.</summary>
    public Func<Pass, IEnumerable<Finding>>? Check { get; init; }

    /// <summary>The check of a whole history, for what no single migration shows.</summary>
    public Func<HistoryPass, IEnumerable<Finding>>? CheckHistory { get; init; }

    /// <summary>Whether its findings about released migrations count as well.</summary>
    public bool JudgesReleased { get; init; }

    /// <summary>Whether others may report it too, or facts may be missing that its check needs, so that its silence proves nothing.</summary>
    public bool IsNeverCertain { get; init; }

    /// <summary>Whether it finds something about the project and no migration of it, for which an editor has no place.</summary>
    public bool IsAboutProject { get; init; }

    /// <summary>The page about the rule: an address, or a path in the repository where the build was given none.</summary>
    public string HelpLink => Pages + Id + ".md";
}
