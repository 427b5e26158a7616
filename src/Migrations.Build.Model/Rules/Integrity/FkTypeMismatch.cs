using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Integrity;

/// <summary>A foreign key's column has another type than the column that it refers to.</summary>
public static class FkTypeMismatch
{
    /// <summary>The rule: the column and its type, the referenced column and its type, and why the two do not go together.</summary>
    public static Rule Rule { get; } = new("MIG0704", nameof(FkTypeMismatch))
    {
        Title = "A foreign key refers to a column of another type",
        Message = "Column '{0}' of type '{1}' refers to column '{2}' of type '{3}': {4}. "
            + "The server refuses the foreign key, or one day a key does not fit into the column that holds it. "
            + "Give both columns one type.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from added in References.Added(pass)
        let table = added.Change.After.Tables.Find(added.Key.Table)
        let referenced = pass.Up.After.Tables.Find(added.Key.Referenced)
        where table is not null && referenced is not null
        from pair in added.Key.Columns.Zip(added.Key.Targets(referenced), (a, b) => (From: table.FindColumn(a, pass.Dialect), To: referenced.FindColumn(b, pass.Dialect)))
        where pair.From is not null && pair.To is not null
        let mismatch = KeyType.Mismatch(pair.From!.Type, pair.To!.Type, pass.Dialect)
        where mismatch is not null
        select pass.Find(
            Rule.Id,
            added.Change.Step,
            Words.Of(table.Name, pair.From!.Name),
            Words.Of(pair.From.Type),
            Words.Of(referenced.Name, pair.To!.Name),
            Words.Of(pair.To.Type),
            mismatch!.Value.Why) with
        {
            Severity = table.Touched || referenced.Touched ? Severity.Info : mismatch.Value.Fails ? null : Severity.Warning,
        };
}
