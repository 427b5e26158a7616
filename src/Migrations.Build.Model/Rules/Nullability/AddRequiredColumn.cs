using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A required column without a default joins a table that may have rows.</summary>
public static class AddRequiredColumn
{
    private static readonly string[] SelfFilling = ["serial", "rowversion", "default", "generated", "identity", "auto_increment"];

    /// <summary>The rule; a second value says that NOT NULL was not written but implied.</summary>
    public static Rule Rule { get; } = new("MIG0301", nameof(AddRequiredColumn))
    {
        Title = "A required column joins a table that may have rows",
        Message = "Column '{0}' is added as NOT NULL without a default{?1, since it says neither 'Nullable()' nor 'NotNullable()'}. "
            + "Existing rows have no value for it, and applications of the release before do not write one. "
            + "Add it as nullable, fill it and tighten it in a later migration, or give it a default.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from added in pass.UpSteps<AddColumn>()
        let column = added.Operation.Column
        where column.Nullable != true && !HasValue(column) && pass.MayHaveRows(added.Step, added.Operation.Table)
        select pass.Find(Rule.Id, added.Step, Words.Of(added.Operation.Table, column.Name), column.Nullable is null ? "implied" : "") with
        {
            // MySQL gives existing rows a zero or an empty text in silence: only writers fail.
            Severity = pass.Dialect.FillsRequiredColumns ? Severity.Warning : null,
        };

    private static bool HasValue(Column column) =>
        column.Default is { Kind: not ValueKind.Null } || column.Identity || column.Computed is not null
        || (column.Type.Custom is { } custom && SelfFilling.Any(word => custom.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));
}
