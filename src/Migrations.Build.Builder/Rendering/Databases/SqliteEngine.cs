using FluentMigrator.Runner.BatchParser;
using FluentMigrator.Runner.Generators.SQLite;
using Migrations.Build.Builder.Rendering.Literals;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>Renders for SQLite, which changes little of a table that exists.</summary>
internal sealed class SqliteEngine(DatabaseTarget target) : Engine(target, new SQLiteGenerator(new SqliteLiterals()))
{
    private const string Existing = "SQLite cannot change that of a table that exists";

    public override string RefusalRule => Loss.OnSqlite;

    protected override IEnumerable<string> RawTexts(string text) => Batches.Of(new SQLiteBatchParser("\n"), text);

    protected override IEnumerable<string> RenderOwn(Turn turn)
    {
        var plain = WithoutSchema(turn);
        return plain.Operation switch
        {
            CreateTable o => Create(plain, o),
            AddColumn o => Add(plain, o),
            DropColumn o => Drop(plain, o),
            DescribeTable o => Undescribed(plain, o.Table),
            AddForeignKey or AddKey { Kind: KeyKind.Primary } when SqliteAhead.IsTaken(plain) => [],
            DropForeignKey o when SqliteGone.With(plain, o.Table, SqliteGone.Referenced(plain, o)) => [],
            DropKey { Kind: KeyKind.Primary } o when SqliteGone.With(plain, o.Table, o.Table) => [],
            AlterColumn or SetDefault or DropDefault or AddForeignKey or DropForeignKey => Refuse(plain, Existing),
            AddKey { Kind: KeyKind.Primary } or DropKey { Kind: KeyKind.Primary } => Refuse(plain, Existing),
            AddKey { Key.Name: null } or DropKey { Name: null } => Refuse(plain, "a unique constraint is an index there, and an index needs a name"),
            CreateSequence or DropSequence => Refuse(plain, "SQLite has no sequences"),
            CreateSchema or DropSchema or MoveTable => Refuse(plain, "SQLite has no schemas"),
            var other => Plain(other),
        };
    }

    /// <summary>A schema would be the name of an attached database there; the connected one is called main.</summary>
    private static Turn WithoutSchema(Turn turn)
    {
        foreach (var schema in Schemas.Of(turn.Operation).Distinct(StringComparer.Ordinal).Where(s => !IsOwn(s)))
        {
            turn.Lose($"The schema '{schema}'", "SQLite has no schemas; a schema in front of a name would be an attached database", rule: Loss.OnSqlite);
        }

        return turn with { Operation = Schemas.Without(turn.Operation) };
    }

    private static bool IsOwn(string schema) => string.Equals(schema, "main", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<string> Create(Turn turn, CreateTable operation)
    {
        if (SqliteColumns.Refuses(operation) is { } why)
        {
            return Refuse(turn, why);
        }

        if (operation.Description is not null || Descriptions.OfColumns(operation).Any())
        {
            Undescribed(turn, operation.Table);
        }

        var text = Generate(Descriptions.Without(operation)).TrimEnd().TrimEnd(';');
        var body = NamedKey(operation, text[..text.LastIndexOf(')')]);
        return [string.Join(", ", SqliteAhead.Taken(turn).Select(Clause).Prepend(body)) + ");"];
    }

    /// <summary>FluentMigrator loses the name of a key that numbers its rows; SQLite takes it in the column.</summary>
    private string NamedKey(CreateTable operation, string body)
    {
        const string Key = "PRIMARY KEY AUTOINCREMENT";
        if (operation.Columns.FirstOrDefault(c => c is { Identity: true, PrimaryKey: true, PrimaryKeyName: not null }) is not { } column)
        {
            return body;
        }

        var added = Generate(Descriptions.Without(new AddColumn(operation.Table, column))).TrimEnd(';');
        var definition = added[(added.IndexOf(" ADD COLUMN ", StringComparison.Ordinal) + " ADD COLUMN ".Length)..];
        var named = definition.Replace(Key, $"CONSTRAINT {Quoter.QuoteConstraintName(column.PrimaryKeyName!)} {Key}", StringComparison.Ordinal);
        return body.Replace(definition, named, StringComparison.Ordinal);
    }

    private IEnumerable<string> Add(Turn turn, AddColumn operation)
    {
        if (SqliteColumns.Refuses(operation, SqliteAhead.IsNew(turn, operation.Table)) is { } why)
        {
            return Refuse(turn, why);
        }

        if (Descriptions.OfColumns(operation).Any())
        {
            Undescribed(turn, operation.Table);
        }

        var text = Generate(Descriptions.Without(operation)).TrimEnd().TrimEnd(';');
        return [text + string.Concat(SqliteAhead.Taken(turn).OfType<AddForeignKey>().Select(o => " " + Reference(o.ForeignKey))) + ";"];
    }

    private IEnumerable<string> Drop(Turn turn, DropColumn operation) =>
        SqliteColumns.RefusesDrop(turn.Before, operation) is { } why ? Refuse(turn, why) : Plain(operation);

    private static IEnumerable<string> Undescribed(Turn turn, TableName table)
    {
        turn.Lose($"A description in table '{table}'", "SQLite stores no descriptions", Severity.Info);
        return [];
    }

    private string Clause(Operation operation) => operation switch
    {
        AddKey { Key: var key } => Constraint(key.Name) + $"PRIMARY KEY ({Names(key.Columns)})",
        AddForeignKey { ForeignKey: var key } => Constraint(key.Name) + $"FOREIGN KEY ({Names(key.Columns)}) {References(key)}",
        _ => throw new NotSupportedException("only keys go into the statement that creates a table"),
    };

    private string Reference(ForeignKey key) => Constraint(key.Name) + References(key);

    private string References(ForeignKey key) =>
        $"REFERENCES {Quoter.QuoteTableName(key.Referenced.Name)} ({Names(key.ReferencedColumns)}){On("DELETE", key.OnDelete)}{On("UPDATE", key.OnUpdate)}";

    private string Constraint(string? name) => string.IsNullOrEmpty(name) ? "" : $"CONSTRAINT {Quoter.QuoteConstraintName(name)} ";

    private string Names(Items<string> columns) => string.Join(", ", columns.Select(Quoter.QuoteColumnName));

    private static string On(string what, ForeignKeyAction action) => action switch
    {
        ForeignKeyAction.None => "",
        ForeignKeyAction.Cascade => $" ON {what} CASCADE",
        ForeignKeyAction.SetNull => $" ON {what} SET NULL",
        ForeignKeyAction.SetDefault => $" ON {what} SET DEFAULT",
    };
}
