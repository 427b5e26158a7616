using Migrations.Build.Model.Comparing;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>Shares the differences that Down leaves among the rules: each one is said once, by the rule that knows most of it.</summary>
internal sealed class Sharing(Pass pass, KnownTables known)
{
    private const int MostParts = 3;
    private readonly Difference[] _byUp = Differences(known, pass.Before, pass.Up.After);
    private readonly Difference[] _byDown = Differences(known, pass.Up.After, pass.Down.After);

    public IReadOnlyList<Residue> Share()
    {
        var left = Differences(known, pass.Before, pass.Down.After).ToList();
        var shared = new List<Residue>();
        foreach (var missing in left.Where(d => d.Kind == DifferenceKind.Missing && !Has(_byDown, d)).ToArray())
        {
            if (left.Find(d => IsSameUnderAnotherName(missing, d)) is { } extra)
            {
                left.Remove(missing);
                left.Remove(extra);
                var renamed = missing with { Expected = missing.Name, Actual = extra.Name };
                shared.Add(new(DownDefinitionDrift.Rule.Id, renamed, StepOf(pass.Down, extra)));
            }
        }

        var rebuilt = left.ToLookup(RebuiltTable);
        shared.AddRange(rebuilt.Where(g => g.Key is not null).Select(Rebuilt));
        shared.AddRange(rebuilt[null].Select(Shared));
        return shared;
    }

    // The table of which the difference is a part, where Up dropped it and Down made it again.
    private string? RebuiltTable(Difference difference) => Names(_byUp, difference) || Names(_byDown, difference)
        ? null
        : _byUp.FirstOrDefault(d => d.Subject == "table" && difference.Name.StartsWith(d.Name + ".", StringComparison.Ordinal))?.Name;

    // However much of the table came back in another form, it is one hazard: the differing parts, as they were and as they are.
    private Residue Rebuilt(IGrouping<string?, Difference> parts)
    {
        if (!parts.Skip(1).Any())
        {
            return new(DownDefinitionDrift.Rule.Id, parts.First(), StepOf(pass.Down, parts.First()));
        }

        var table = new Difference(DifferenceKind.Changed, "table", parts.Key!, Text(parts, d => d.Expected), Text(parts, d => d.Actual));
        return new(DownDefinitionDrift.Rule.Id, table, StepOf(pass.Down, table));
    }

    private static string Text(IGrouping<string?, Difference> parts, Func<Difference, string?> form)
    {
        var texts = parts.Where(d => form(d) is not null).Select(d => d.Name.Substring(parts.Key!.Length + 1) + " " + form(d)).ToArray();
        var shown = string.Join(", ", texts.Take(MostParts));
        return texts.Length == 0 ? "" : "(… " + shown + (texts.Length > MostParts ? " …)" : ")");
    }

    private Residue Shared(Difference difference) => (Has(_byUp, difference), Has(_byDown, difference)) switch
    {
        (true, false) => new(DownIncomplete.Rule.Id, difference, StepOf(pass.Up, difference)),
        (false, _) when !IsNewName(difference) => new(DownForeign.Rule.Id, difference, StepOf(pass.Down, difference)),
        (true, true) when difference.Kind == DifferenceKind.Changed => new(DownDefinitionDrift.Rule.Id, difference, StepOf(pass.Down, difference)),
        _ => new(DownNotInverse.Rule.Id, difference, StepOf(pass.Down, difference)),
    };

    private static bool IsSameUnderAnotherName(Difference missing, Difference extra) =>
        extra.Kind == DifferenceKind.Extra && extra.Subject == missing.Subject && extra.Actual == missing.Expected && Owner(extra.Name) == Owner(missing.Name);

    // What a rename in Down makes of something that Up made is no object of an older migration.
    private bool IsNewName(Difference difference) => difference.Kind == DifferenceKind.Extra && pass.Down.Steps.Any(s => s.Step.Operation switch
    {
        RenameTable o => difference.Name.EndsWith(o.NewName, StringComparison.Ordinal),
        RenameColumn o => difference.Name.EndsWith("." + o.NewName, StringComparison.Ordinal),
        _ => false,
    });

    private TracedStep? StepOf(Trace trace, Difference difference) =>
        trace.Steps.LastOrDefault(s => Has(Differences(known, s.Before, s.After), difference));

    private static bool Has(IEnumerable<Difference> differences, Difference difference) =>
        differences.Any(d => Names([d], difference) || (d.Subject == "table" && difference.Name.StartsWith(d.Name + ".", StringComparison.Ordinal)));

    private static bool Names(IEnumerable<Difference> differences, Difference difference) =>
        differences.Any(d => d.Subject == difference.Subject && d.Name == difference.Name);

    private static string Owner(string name) => name.LastIndexOf('.') is >= 0 and var at ? name.Substring(0, at) : "";

    private static Difference[] Differences(KnownTables known, Schema before, Schema after) => ReferenceEquals(before, after)
        ? []
        : [.. Compare.Schemas(known.Within(before), known.Within(after)).Where(d => d.Kind != DifferenceKind.Reordered)];
}
