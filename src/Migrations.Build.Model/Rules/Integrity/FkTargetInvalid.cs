using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Integrity;

/// <summary>A foreign key refers to what is no key.</summary>
public static class FkTargetInvalid
{
    /// <summary>The rule: the foreign key, and what is wrong with its target.</summary>
    public static Rule Rule { get; } = new("MIG0703", nameof(FkTargetInvalid))
    {
        Title = "A foreign key refers to what is no key",
        Message = "Foreign key '{0}' refers to what is no key: {1}. "
            + "The server refuses it, and SQLite refuses every row that it should check. "
            + "Refer to the primary key, or make the columns unique first.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass)
    {
        var loose = pass.Dialect.LooseForeignKeys;
        return from added in References.Added(pass)
               let key = added.Key
               let schema = loose ? pass.Up.After : added.Change.After
               where References.Has(schema, key) && !(loose && IsLater(pass, key.Referenced))
               let problem = Problem(key, schema)
               where problem is not null
               select pass.Find(Rule.Id, added.Change.Step, References.Name(key), problem) with
               {
                   // What cannot be read may have made the key.
                   Severity = schema.Tables.Find(key.Referenced) is { Touched: true } ? Severity.Info : null,
               };
    }

    private static string? Problem(ForeignKey key, Schema schema)
    {
        if (schema.Tables.Find(key.Referenced) is not { } table)
        {
            return schema.Touched ? null : $"table '{key.Referenced}' is not there";
        }

        var columns = key.Targets(table);
        return columns.FirstOrDefault(c => table.FindColumn(c, schema.Dialect) is null) is { } missing ? (table.Touched ? null : $"column '{Words.Of(table.Name, missing)}' is not there")
            : columns.Count == 0 ? $"table '{table.Name}' has no primary key"
            : columns.Count != key.Columns.Count ? $"it has {key.Columns.Count} columns and the key of table '{table.Name}' has {columns.Count}"
            : References.CanRefer(table, columns, schema.Dialect) ? null
            : $"no primary key or unique constraint of table '{table.Name}' is over exactly '{string.Join(", ", columns)}'";
    }

    // SQLite looks at the target only when rows are written, so that a later migration may still make it.
    private static bool IsLater(Pass pass, TableName table) => pass.History.Versioned
        .SkipWhile(m => !ReferenceEquals(m, pass.Migration)).Skip(1)
        .SelectMany(m => m.For(pass.Target.Kind)?.Up ?? Items<Histories.Step>.Empty)
        .Any(s => s.Operation is CodeStep or Opaque || Touched.Tables(s.Operation, pass.Target.Kind).Any(t => pass.Dialect.Same(t, table)));
}
