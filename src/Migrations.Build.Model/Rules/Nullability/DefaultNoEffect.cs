using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A column is altered with a default of null.</summary>
public static class DefaultNoEffect
{
    /// <summary>The rule: the column.</summary>
    public static Rule Rule { get; } = new("MIG0312", nameof(DefaultNoEffect))
    {
        Title = "A default of null is no default",
        Message = "Column '{0}' is altered with a default of null, which is no default. "
            + "Where none was there, nothing changes; where one was, it goes, or a constraint that says null stays in its place. "
            + "Say 'Delete.DefaultConstraint()' to take a default away, or leave the call out.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from changed in pass.UpChanges<Operation>()
        let column = Emptied(changed.Operation)
        where column is not null
        group changed.Change by column into changes
        select pass.Find(Rule.Id, changes.First().Step, changes.Key);

    private static string? Emptied(Operation operation) => operation switch
    {
        AlterColumn { Column.Default: { } value } o when IsNull(value) => Words.Of(o.Table, o.Column.Name),
        SetDefault o when IsNull(o.Default) => Words.Of(o.Table, o.Column),
        _ => null,
    };

    private static bool IsNull(Value value) =>
        value.Kind == ValueKind.Null || (value.Kind == ValueKind.Sql && string.Equals(value.Text?.Trim('(', ')', ' '), "null", StringComparison.OrdinalIgnoreCase));
}
