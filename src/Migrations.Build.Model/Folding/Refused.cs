using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>Words refusals: which object, and which one was probably meant.</summary>
internal static class Refused
{
    public static Refusal UnknownTable(Schema schema, TableName name)
    {
        var names = schema.Tables.Select(t => t.Name).Concat(schema.Views.Select(v => v.Name)).Select(n => n.ToString());
        return Unknown("table", schema.Dialect.Resolve(name).ToString(), names);
    }

    public static Refusal UnknownColumn(Table table, string name) => UnknownPart("column", table, name, table.Columns.Select(c => c.Name));

    public static Refusal UnknownPart(string subject, Table table, string name, IEnumerable<string?> candidates) =>
        new(RefusalKind.Unknown, subject, Part(table, name), NearestName.Of(name, candidates.OfType<string>()));

    public static Refusal Unknown(string subject, string name, IEnumerable<string> candidates) =>
        new(RefusalKind.Unknown, subject, name, NearestName.Of(name, candidates));

    public static Refusal Exists(string subject, string name) => new(RefusalKind.Exists, subject, name, null);

    public static Refusal ExistsOn(Table table, string subject, string? name) => Exists(subject, name is null ? table.Name.ToString() : Part(table, name));

    private static string Part(Table table, string name) => table.Name + "." + name;
}
