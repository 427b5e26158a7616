using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Sql.Reading;

/// <summary>Reads CREATE TABLE.</summary>
internal static class TableReading
{
    private static readonly string[] ConstraintWords = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "KEY", "INDEX", "FULLTEXT", "SPATIAL", "EXCLUDE", "LIKE", "PERIOD"];

    public static IEnumerable<SqlEffect> Read(SqlCursor cursor, bool ifNotExists)
    {
        if (cursor.QualifiedName() is not { } name)
        {
            return [new UnknownEffect("a table without a name")];
        }

        var query = cursor.Copy();
        var filled = query.SkipTo(t => t.IsAny("AS", "SELECT"));
        var table = cursor.Inner() is { } inner && !filled && !inner.Current.Is("SELECT")
            ? inner.Parts().Aggregate(new Table(name, Items<Column>.Empty), Item)
            : new Table(name, Items<Column>.Empty) { Touched = true, Filled = filled };
        var known = WithColumns(table);

        // PARTITION OF, INHERITS and the like bring columns from elsewhere.
        var foreign = cursor.Copy().SkipTo(t => t.IsAny("INHERITS", "OF", "LIKE"));
        return new SqlEffect[] { new CreatesTable(foreign ? known with { Touched = true } : known, ifNotExists) }
            .Concat(filled ? QueryReading.Tables(query) : []);
    }

    /// <summary>A SQLite virtual table has the columns that its module gives it.</summary>
    public static IEnumerable<SqlEffect> ReadVirtual(SqlCursor cursor)
    {
        cursor.Accept("TABLE");
        var ifNotExists = cursor.Accept("IF", "NOT", "EXISTS");
        return cursor.QualifiedName() is { } name
            ? [new CreatesTable(new Table(name, VirtualColumns(cursor).ToItems()) { Touched = true, Filled = true }, ifNotExists)]
            : [new UnknownEffect("a table without a name")];
    }

    // A table for full-text search holds what its columns are given, unless it finds it elsewhere, or keeps the index alone (https://sqlite.org/fts5.html#contentless_tables).
    private static IEnumerable<Column> VirtualColumns(SqlCursor cursor)
    {
        var parts = cursor.Accept("USING") && cursor.Take().IsAny("FTS3", "FTS4", "FTS5") && cursor.Inner() is { } inner ? inner.Parts().ToArray() : [];
        return parts.Any(p => p.Current.Is("CONTENT") && p.Ahead(1).Is('=')) ? []
            : parts.Where(p => !p.Ahead(1).Is('=') && !p.Current.Is("TOKENIZE")).Select(p => p.Name()).OfType<string>().Select(n => new Column(n, new(TypeKind.Unspecified)) { Nullable = true });
    }

    /// <summary>Whether a constraint comes next, and not a column with a name like one.</summary>
    public static bool IsConstraint(SqlCursor cursor) => cursor.Current.IsAny(ConstraintWords) && !(cursor.Current.IsAny("KEY", "INDEX", "PERIOD") && IsTyped(cursor));

    private static bool IsTyped(SqlCursor cursor) => cursor.Database is DatabaseKind.Sqlite or DatabaseKind.Postgres;

    private static Table Item(Table table, SqlCursor item)
    {
        if (IsConstraint(item))
        {
            return Constrained(table, item);
        }

        if (ColumnReading.Read(item) is not { } read)
        {
            return table with { Touched = true };
        }

        var key = read.References is { } references ? Items.Of(references with { Table = table.Name }) : Items<ForeignKey>.Empty;
        return table with
        {
            Columns = table.Columns.Add(read.Column),
            PrimaryKey = read.KeyConflict is { } conflict && NewColumn.PrimaryKey(Items.Of(read.Column)) is { } own ? own.On(conflict) : table.PrimaryKey,
            Uniques = read.Unique is { } unique ? table.Uniques.Add(unique) : table.Uniques,
            ForeignKeys = table.ForeignKeys.Concat(key).ToItems(),
            Checks = table.Checks.Concat(read.Checks).ToItems(),
            Touched = table.Touched || !read.Whole,
        };
    }

    private static Table Constrained(Table table, SqlCursor item)
    {
        if (ConstraintReading.Check(item) is { } check)
        {
            return table with { Checks = table.Checks.Add(check) };
        }

        return ConstraintReading.Read(item, table.Name) switch
        {
            AddKey { Kind: KeyKind.Primary } added => table with { PrimaryKey = added.Key },
            AddKey added => table with { Uniques = table.Uniques.Add(added.Key) },
            AddForeignKey added => table with { ForeignKeys = table.ForeignKeys.Add(added.ForeignKey) },
            _ => table with { Touched = true },
        };
    }

    /// <summary>The table with its columns in the form of a folded schema: the key on the table.</summary>
    private static Table WithColumns(Table table) => table with
    {
        PrimaryKey = table.PrimaryKey ?? NewColumn.PrimaryKey(table.Columns),
        Columns = table.Columns.Select(NewColumn.Created).ToItems(),
        Uniques = Sorted.Keys(table.Uniques),
    };
}
