using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A code step is async void.</summary>
public static class CodeNotAwaited
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9119", nameof(CodeNotAwaited))
    {
        Title = "A code step is asynchronous and cannot be awaited",
        Message = "Code step '{0}' is 'async void'. Nobody can wait for its end: the migration would count as done while the code still runs, and a failure would end the process. Make the step synchronous, with 'GetAwaiter().GetResult()' where a library offers nothing else.",
        Severity = Severity.Error,
    };
}
