using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.DataLoss;

/// <summary>A table is rebuilt by hand without something that it had.</summary>
public static class LossyTableRebuild
{
    /// <summary>The rule: the table, and what is missing.</summary>
    public static Rule Rule { get; } = new("MIG0210", nameof(LossyTableRebuild))
    {
        Title = "A table is rebuilt without something that it had",
        Message = "Table '{0}' is rebuilt by hand, and the new one lacks {1}. "
            + "What the old one had besides its rows goes with it, and no error says so. "
            + "Make it on the new table as well, or use 'Alter.Table', which the builder renders as a rebuild of the whole table.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from rebuild in Rebuild.Of(pass)
        where !rebuild.Old.Touched && !rebuild.New.Touched && pass.MayHaveRows(pass.Up.Steps[0], rebuild.Old.Name)
        let lost = rebuild.Lost(pass)
        where lost.Count > 0
        select pass.Find(Rule.Id, rebuild.Copy, rebuild.Old.Name.ToString(), string.Join(", ", lost.Select(d => $"{d.Subject} '{d.Name.Substring(rebuild.Old.Name.ToString().Length + 1)}'")));
}
