using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Keeping;

/// <summary>Tells what an operation that writes rows may read to compute them.</summary>
internal static class Reading
{
    /// <summary>Whether the operation writes values to a table, and its text speaks of a column of that table.</summary>
    public static bool Mentions(Operation operation, Named column, Dialect dialect) => operation switch
    {
        UpdateRows o => dialect.Same(o.Table, column.Table) && o.Set.Any(c => c.Value is { Kind: ValueKind.Sql, Text: { } text } && Says(text, column.Column!, dialect)),
        RawSql o => SqlEffects.Read(o.Text, dialect.Kind).Any(e => e is Sql.Effects.UpdatesRows u && dialect.Same(u.Table, column.Table)) && Says(o.Text, column.Column!, dialect),
        CodeStep or Opaque => true,
        _ => false,
    };

    /// <summary>Whether a text speaks of a name.</summary>
    public static bool Says(string text, string name, Dialect dialect) => StatementSplitter.Split(text, dialect.Kind, insideBatches: true)
        .SelectMany(s => s.Tokens).Any(t => t.Kind is SqlTokenKind.Word or SqlTokenKind.Name && dialect.Names.Equals(t.Text, name));
}
