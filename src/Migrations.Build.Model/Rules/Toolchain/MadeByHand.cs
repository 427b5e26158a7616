using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>What a rollback makes again is there already.</summary>
public static class MadeByHand
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9337", nameof(MadeByHand))
    {
        Title = "What a rollback makes again is there already",
        Message = "Migration {0} '{1}' cannot be undone as things are: its Down makes {2}, and that is there already, made by hand or by another program. Nothing was changed. Move what it holds to another name, drop it, and run the rollback again.",
        Severity = Severity.Error,
    };
}
