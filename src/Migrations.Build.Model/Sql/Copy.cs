using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql.Reading;

namespace Migrations.Build.Model.Sql;

/// <summary>A statement that puts all rows of one table into another.</summary>
/// <param name="From">The table that is read.</param>
/// <param name="To">The table that gets the rows.</param>
/// <param name="Targets">The columns that get a value; null where all do, in their order.</param>
/// <param name="Sources">The column that each of them gets, or null where it gets something else; null as a whole where all columns are read, in their order.</param>
internal sealed record Copy(TableName From, TableName To, List<string>? Targets, List<string?>? Sources)
{
    /// <summary>Reads text that is one such statement and nothing else; null where rows may be left out, or get into each other's way in silence.</summary>
    public static Copy? Read(string text, DatabaseKind database)
    {
        var statements = StatementSplitter.Split(text, database, insideBatches: true);
        if (statements.Count != 1)
        {
            return null;
        }

        var cursor = new SqlCursor(statements[0], database);
        if (!cursor.Accept("INSERT", "INTO") || cursor.QualifiedName() is not { } to)
        {
            return null;
        }

        var targets = cursor.Current.Is('(') ? cursor.NameList() : null;
        if (cursor.Current.Is('(') || !cursor.Accept("SELECT") || cursor.Current.IsAny("DISTINCT", "ALL"))
        {
            return null;
        }

        var (all, sources) = (cursor.Current.Is('*'), new List<string?>());
        while (!cursor.AtEnd && !cursor.Current.Is("FROM"))
        {
            sources.Add(Source(cursor));
        }

        return cursor.Accept("FROM") && QueryReading.Source(cursor) is var (from, _) && (cursor.AtEnd || cursor.Accept("ORDER", "BY")) && !HasLimit(cursor) && !(all && sources.Count > 1)
            ? new(from, to, targets?.ToList(), all ? null : sources)
            : null;
    }

    // A column by its name, also behind the name of its table.
    private static string? Source(SqlCursor cursor)
    {
        var name = cursor.Copy().QualifiedName()?.Name;
        var plain = cursor.Copy();
        plain.QualifiedName();
        var isName = name is not null && (plain.Current.Is(',') || plain.Current.IsAny("FROM", "AS"));
        while (!cursor.AtEnd && !cursor.Current.Is(',') && !cursor.Current.Is("FROM"))
        {
            cursor.SkipPart();
        }

        cursor.Accept(',');
        return isName ? name : null;
    }

    private static bool HasLimit(SqlCursor cursor)
    {
        while (!cursor.AtEnd)
        {
            if (cursor.Take().IsAny("LIMIT", "OFFSET", "UNION", "EXCEPT", "INTERSECT"))
            {
                return true;
            }
        }

        return false;
    }
}
