using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Sql;

/// <summary>Names in an engine's quotes.</summary>
public static class QuotedName
{
    /// <summary>A name in an engine's quotes.</summary>
    public static string Of(string name, Dialect dialect) => dialect.Kind switch
    {
        DatabaseKind.SqlServer => "[" + name.Replace("]", "]]") + "]",
        DatabaseKind.MySql or DatabaseKind.MariaDb => "`" + name.Replace("`", "``") + "`",
        _ => "\"" + name.Replace("\"", "\"\"") + "\"",
    };

    /// <summary>A name in an engine's quotes, with its schema unless that is the default one.</summary>
    public static string Of(TableName name, Dialect dialect)
    {
        var resolved = dialect.Resolve(name);
        return resolved.Schema is { } schema ? Of(schema, dialect) + "." + Of(resolved.Name, dialect) : Of(resolved.Name, dialect);
    }
}
