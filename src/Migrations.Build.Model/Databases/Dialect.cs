using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Databases;

/// <summary>The facts about an engine that folding and rules need; each fact has its one home here.</summary>
public sealed record Dialect
{
    private static readonly string[] OwnSchemas = ["information_schema", "pg_catalog", "sys", "guest"];

    private Dialect()
    {
    }

    /// <summary>The engine.</summary>
    public DatabaseKind Kind { get; private init; }

    /// <summary>The id a user types, such as <c>postgres</c>.</summary>
    public string Id { get; private init; } = "";

    /// <summary>The engine's name in a sentence.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The oldest version that counts when a project states none.</summary>
    public string OldestVersion { get; private init; } = "";

    /// <summary>The schema an unqualified name belongs to; null where the engine has no schemas.</summary>
    public string? DefaultSchema { get; private init; }

    /// <summary>How the engine compares the (quoted) names of tables and columns.</summary>
    public StringComparer Names { get; private init; } = StringComparer.OrdinalIgnoreCase;

    /// <summary>Whether DDL takes part in a transaction; MySQL and MariaDB commit at each DDL statement.</summary>
    public bool TransactionalDdl { get; private init; } = true;

    /// <summary>Whether an <c>AlterColumn</c> without stated nullability means NOT NULL (measured on FluentMigrator 8.0.1: MySQL and SQL Server).</summary>
    public bool AlterRestatesNullability { get; private init; }

    /// <summary>Whether an <c>AlterColumn</c> drops a default that it does not restate (MySQL's MODIFY COLUMN).</summary>
    public bool AlterDropsDefault { get; private init; }

    /// <summary>Whether a required column that is added gets a zero or an empty text in existing rows, in silence.</summary>
    public bool FillsRequiredColumns { get; private init; }

    /// <summary>Whether a column takes only values of its type; SQLite takes any and merely prefers one form.</summary>
    public bool EnforcesTypes { get; private init; } = true;

    /// <summary>How many characters FluentMigrator gives a text column without a size.</summary>
    public int DefaultTextSize { get; private init; } = int.MaxValue;

    /// <summary>Whether narrow text has a code page that lacks characters, and the old date type coarser seconds.</summary>
    public bool HasCodePages { get; private init; }

    /// <summary>Whether a date and time may keep its offset from UTC.</summary>
    public bool HasOffsets { get; private init; }

    /// <summary>Whether the engine has sequences.</summary>
    public bool HasSequences { get; private init; }

    /// <summary>Whether index names are unique in the whole schema and not only in their table.</summary>
    public bool IndexNamesPerSchema { get; private init; }

    /// <summary>Whether a column that is restated keeps the collation that is not said again.</summary>
    public bool AlterKeepsCollation { get; private init; }

    /// <summary>Whether a unique constraint is an index, so that either statement drops it.</summary>
    public bool UniquesAreIndexes { get; private init; }

    /// <summary>Whether dropping a column takes it out of its indexes; elsewhere they go with it, or the drop fails.</summary>
    public bool DropColumnShrinksIndexes { get; private init; }

    /// <summary>Whether a foreign key may refer to what is not there (yet).</summary>
    public bool LooseForeignKeys { get; private init; }

    /// <summary>Whether the columns of a primary key may allow nulls.</summary>
    public bool NullsInPrimaryKeys { get; private init; }

    /// <summary>Whether a primary key's constraint has a name by which it is dropped.</summary>
    public bool NamedPrimaryKeys { get; private init; }

    /// <summary>Whether a column whose rows the database numbers must be a key in the statement that makes it.</summary>
    public bool NumberedColumnsAreKeys { get; private init; }

    /// <summary>Whether views and triggers refer to a table by its new name when it is renamed.</summary>
    public bool ViewsFollowTables { get; private init; }

    /// <summary>Whether a trigger's name is unique in its table only.</summary>
    public bool TriggerNamesPerTable { get; private init; }

    /// <summary>Every engine, in the order of its id's first appearance in the contract.</summary>
    public static Items<Dialect> All { get; } = Items.Of(
        new Dialect { Kind = DatabaseKind.Sqlite, Id = "sqlite", Name = "SQLite", OldestVersion = "3.35", Names = AsciiComparer.IgnoreCase, EnforcesTypes = false, AlterKeepsCollation = true, IndexNamesPerSchema = true, UniquesAreIndexes = true, LooseForeignKeys = true, NullsInPrimaryKeys = true, NumberedColumnsAreKeys = true, ViewsFollowTables = true },
        new Dialect { Kind = DatabaseKind.Postgres, Id = "postgres", Name = "PostgreSQL", OldestVersion = "14", DefaultSchema = "public", HasOffsets = true, Names = StringComparer.Ordinal, HasSequences = true, IndexNamesPerSchema = true, NamedPrimaryKeys = true, TriggerNamesPerTable = true, ViewsFollowTables = true },
        new Dialect { Kind = DatabaseKind.MySql, Id = "mysql", Name = "MySQL", OldestVersion = "8.0", TransactionalDdl = false, AlterRestatesNullability = true, AlterDropsDefault = true, FillsRequiredColumns = true, DefaultTextSize = 255, UniquesAreIndexes = true, DropColumnShrinksIndexes = true, NumberedColumnsAreKeys = true },
        new Dialect { Kind = DatabaseKind.MariaDb, Id = "mariadb", Name = "MariaDB", OldestVersion = "10.6", TransactionalDdl = false, AlterRestatesNullability = true, AlterDropsDefault = true, FillsRequiredColumns = true, DefaultTextSize = 255, UniquesAreIndexes = true, DropColumnShrinksIndexes = true, NumberedColumnsAreKeys = true },
        new Dialect { Kind = DatabaseKind.SqlServer, Id = "sqlserver", Name = "SQL Server", OldestVersion = "2019", DefaultSchema = "dbo", DefaultTextSize = 255, HasCodePages = true, HasOffsets = true, AlterRestatesNullability = true, HasSequences = true, NamedPrimaryKeys = true });

    /// <summary>The facts about an engine.</summary>
    public static Dialect Of(DatabaseKind kind) => All[(int)kind];

    /// <summary>The engine with the given id, in any letter case; null when there is none.</summary>
    public static Dialect? ForId(string id) => All.FirstOrDefault(d => string.Equals(d.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name as the engine resolves it: the default schema, or a schema on an engine without schemas, is left out.</summary>
    public TableName Resolve(TableName name) =>
        name.Schema is null || (DefaultSchema is not null && !Names.Equals(name.Schema, DefaultSchema)) ? name : name with { Schema = null };

    /// <summary>Whether a schema is there before any migration: the default one, or one of the engine's own.</summary>
    public bool IsBuiltIn(string schema) =>
        DefaultSchema is null || Names.Equals(schema, DefaultSchema) || OwnSchemas.Contains(schema, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether two names mean the same table.</summary>
    public bool Same(TableName a, TableName b)
    {
        var (x, y) = (Resolve(a), Resolve(b));
        return Names.Equals(x.Name, y.Name) && (x.Schema is null ? y.Schema is null : y.Schema is not null && Names.Equals(x.Schema, y.Schema));
    }
}
