using FluentMigrator.Runner.BatchParser;
using FluentMigrator.Runner.Generators.SQLite;
using Migrations.Build.Builder.Rendering.Databases.Sqlite;
using Migrations.Build.Builder.Rendering.Literals;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Keeping;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>Renders for SQLite, which changes little of a table that exists: what it does not, a rebuild of the table does.</summary>
internal sealed class SqliteEngine : Engine
{
    private readonly Rebuilds _rebuilds;
    private readonly List<Statement> _ready = [];

    // Text of a migration's own may have made what the folded schema does not know.
    private bool _raw;

    public SqliteEngine(DatabaseTarget target)
        : base(target, new SQLiteGenerator(new SqliteLiterals())) => _rebuilds = new(Replay);

    public override string RefusalRule => Loss.OnSqlite;

    /// <summary>The history so far as SQLite has it.</summary>
    public SqliteReplay Replay { get; } = new();

    /// <inheritdoc/>
    public override IEnumerable<Statement> Finish()
    {
        Note(_rebuilds.Finish());
        return Ready();
    }

    /// <inheritdoc/>
    public override void Begin() => Replay.Begin();

    /// <inheritdoc/>
    public override void Undo() => Replay.Undo();

    /// <inheritdoc/>
    public override void Dispose()
    {
        Replay.Dispose();
        base.Dispose();
    }

    protected override IEnumerable<string> RawTexts(string text) => Batches.Of(new SQLiteBatchParser("\n"), text);

    protected override IEnumerable<Statement> Statements(Turn turn)
    {
        var plain = WithoutSchema(turn);
        _raw |= turn.Operation is RawSql { Text: var text } && (text.Contains("CREATE", StringComparison.OrdinalIgnoreCase) || text.Contains("ALTER", StringComparison.OrdinalIgnoreCase));
        if (IsLeftOut(plain))
        {
            return [];
        }

        if (_rebuilds.Holds(Changed(plain.Operation)) && Edits(plain) is { } more)
        {
            _rebuilds.Edit(plain, more.Table.Name, more.Change, null);
            return [];
        }

        // What is held back comes first, and is known before this step asks.
        Note(_rebuilds.Finish());
        if (Edits(plain) is { } edit)
        {
            _rebuilds.Edit(plain, edit.Table.Name, edit.Change, plain.Operation is DropColumn drop ? drop.Column : null, Filled(plain));
            return Ready();
        }

        var own = Texts(RenderOwn(plain)).ToList();
        if (turn.Operation is InsertRows or UpdateRows or DeleteRows)
        {
            return Ready().Concat(own);
        }

        Note(own);
        return Ready();
    }

    /// <summary>The table whose held rebuild may take the operation in; a column that comes or goes begins a rebuild of its own.</summary>
    private static string Changed(Operation operation) => operation switch
    {
        AlterColumn o => o.Table.Name,
        SetDefault o => o.Table.Name,
        DropDefault o => o.Table.Name,
        AddForeignKey o => o.ForeignKey.Table.Name,
        DropForeignKey o => o.Table.Name,
        AddKey { Kind: KeyKind.Primary } o => o.Table.Name,
        DropKey { Kind: KeyKind.Primary } o => o.Table.Name,
        _ => "",
    };

    protected override IEnumerable<string> RenderOwn(Turn turn) => turn.Operation switch
    {
        CreateTable o => Create(turn, o),
        AddColumn o => Add(turn, o),
        DescribeTable o => Undescribed(turn, o.Table),
        DropKey { Name: null } => Refuse(turn, "the unique constraint has no name there, and the build knows none on these columns"),
        CreateSequence or DropSequence => Refuse(turn, "SQLite has no sequences"),
        CreateSchema or DropSchema or MoveTable => Refuse(turn, "SQLite has no schemas"),
        var other => Plain(other),
    };

    /// <summary>Whether something that the folded schema does not know, or an expression, may speak of the column.</summary>
    private bool MayBeHeld(Turn turn, DropColumn operation) =>
        _raw || turn.Before.Tables.Find(operation.Table)?.Columns.Any(c => c.Computed is { Expression: var text } && text.Contains(operation.Column, StringComparison.OrdinalIgnoreCase)) == true;

    /// <summary>What another step does: the one that makes the table, or the one that drops it.</summary>
    private static bool IsLeftOut(Turn turn) => turn.Operation switch
    {
        AddForeignKey or AddKey { Kind: KeyKind.Primary } => SqliteAhead.IsTaken(turn),
        DropForeignKey o => SqliteGone.With(turn, o.Table, SqliteGone.Referenced(turn, o)),
        DropKey { Kind: KeyKind.Primary } o => SqliteGone.With(turn, o.Table, o.Table),
        _ => false,
    };

    /// <summary>The change of the table's text that the operation is; null where a plain statement does it.</summary>
    private (TableName Table, Func<TableText, TableText> Change)? Edits(Turn turn) => turn.Operation switch
    {
        AlterColumn o => (o.Table, t => ColumnEdits.Altered(t, o.Column, Written(turn, o))),
        SetDefault o => (o.Table, t => ColumnEdits.Defaulted(t, o.Column, Written(o).Of(ClauseKind.Default))),
        DropDefault o => (o.Table, t => ColumnEdits.Defaulted(t, o.Column, null)),
        AddForeignKey o => (o.ForeignKey.Table, t => t.WithConstraint(Clause(o))),
        DropForeignKey o => (o.Table, t => KeyEdits.WithoutForeignKey(t, turn.Before, o)),
        AddKey { Kind: KeyKind.Primary } or AddKey { Key.Name: null } or AddKey { Key.Features.Count: > 0 } => (((AddKey)turn.Operation).Table, t => t.WithConstraint(Clause(turn.Operation))),
        DropKey { Kind: KeyKind.Primary } o => (o.Table, t => KeyEdits.WithoutPrimaryKey(t)),
        DropKey o when _raw && KeyEdits.HasUnique(Replay, o) => (o.Table, t => KeyEdits.WithoutUnique(t, o)),
        AddColumn o when SqliteColumns.Refuses(o) is null && (SqliteColumns.NeedsRebuild(o, IsNew(turn, o.Table)) || Filled(turn) is not null) => (o.Table, t => t.WithColumn(Definition(turn, o))),
        DropColumn o when SqliteColumns.NeedsRebuild(turn.Before, o) || (MayBeHeld(turn, o) && !Replay.Takes(Generate(o))) => (o.Table, t => t.WithoutColumn(o.Column)),
        _ => null,
    };

    private bool IsNew(Turn turn, TableName table) => !RowsCame && SqliteAhead.IsNew(turn, table);

    /// <summary>What a new column gets in the rows that are there, where Down adds one that takes no NULL; kept values take its place.</summary>
    private (string Column, string Value)? Filled(Turn turn) =>
        GoesDown && turn.Operation is AddColumn { Column: var column } o && Neutral.Needs(column) && !IsNew(turn, o.Table) ? (column.Name, Neutral.Of(column.Type)) : null;

    private void Note(IReadOnlyCollection<Statement> statements)
    {
        _ready.AddRange(statements);
        foreach (var statement in statements.Where(s => s.Kind == StatementKind.Sql))
        {
            Replay.Add(statement.Text);
        }
    }

    // What is ready stays so when a step after it fails.
    private Items<Statement> Ready()
    {
        var ready = _ready.ToItems();
        _ready.Clear();
        return ready;
    }

    /// <summary>The column after the operation, as FluentMigrator writes it.</summary>
    private TablePart Written(Turn turn, AlterColumn operation)
    {
        if (Descriptions.OfColumns(operation).Any())
        {
            Undescribed(turn, operation.Table);
        }

        return Written(operation.Table, operation.Column with { Identity = false, PrimaryKey = false, PrimaryKeyName = null });
    }

    private TablePart Written(SetDefault operation) =>
        Written(operation.Table, new(operation.Column, new(TypeKind.Int32)) { Nullable = true, Default = operation.Default });

    private TablePart Written(TableName table, Column column) => new("", Definition(new(table, column)), "");

    private string Definition(AddColumn operation)
    {
        var text = Generate(Descriptions.Without(operation)).TrimEnd().TrimEnd(';');
        return text[(text.IndexOf(" ADD COLUMN ", StringComparison.Ordinal) + " ADD COLUMN ".Length)..];
    }

    private string Definition(Turn turn, AddColumn operation)
    {
        if (Descriptions.OfColumns(operation).Any())
        {
            Undescribed(turn, operation.Table);
        }

        return NamedKey(operation.Column, Definition(operation)) + Taken(turn);
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
        if (operation.Columns.FirstOrDefault(c => c is { Identity: true, PrimaryKey: true, PrimaryKeyName: not null }) is not { } column)
        {
            return body;
        }

        var definition = Definition(new(operation.Table, column));
        return body.Replace(definition, NamedKey(column, definition), StringComparison.Ordinal);
    }

    private string NamedKey(Column column, string definition)
    {
        const string Key = "PRIMARY KEY AUTOINCREMENT";
        return column.PrimaryKeyName is null || definition.Contains("CONSTRAINT", StringComparison.Ordinal)
            ? definition
            : definition.Replace(Key, $"CONSTRAINT {Quoter.QuoteConstraintName(column.PrimaryKeyName)} {Key}", StringComparison.Ordinal);
    }

    private IEnumerable<string> Add(Turn turn, AddColumn operation)
    {
        if (SqliteColumns.Refuses(operation) is { } why)
        {
            return Refuse(turn, why);
        }

        if (Descriptions.OfColumns(operation).Any())
        {
            Undescribed(turn, operation.Table);
        }

        var text = Generate(Descriptions.Without(operation)).TrimEnd().TrimEnd(';');
        return [text + Taken(turn) + ";"];
    }

    private string Taken(Turn turn) => string.Concat(SqliteAhead.Taken(turn).OfType<AddForeignKey>().Select(o => " " + Reference(o.ForeignKey)));

    private static IEnumerable<string> Undescribed(Turn turn, TableName table)
    {
        turn.Lose($"A description in table '{table}'", "SQLite stores no descriptions", Severity.Info);
        return [];
    }

    private string Clause(Operation operation) => operation switch
    {
        AddKey { Kind: KeyKind.Primary, Key: var key } => Constraint(key.Name) + $"PRIMARY KEY ({Names(key)}){Conflict(key)}",
        AddKey { Key: var key } => Constraint(key.Name) + $"UNIQUE ({Names(key)}){Conflict(key)}",
        AddForeignKey { ForeignKey: var key } => Constraint(key.Name) + $"FOREIGN KEY ({Names(key.Columns)}) {References(key)}",
        _ => throw new NotSupportedException("only keys go into the statement that creates a table"),
    };

    private string Reference(ForeignKey key) => Constraint(key.Name) + References(key);

    private string References(ForeignKey key) =>
        $"REFERENCES {Quoter.QuoteTableName(key.Referenced.Name)}{(key.ReferencedColumns.Count == 0 ? "" : $" ({Names(key.ReferencedColumns)})")}{On("DELETE", key.OnDelete)}{On("UPDATE", key.OnUpdate)}";

    private string Constraint(string? name) => string.IsNullOrEmpty(name) ? "" : $"CONSTRAINT {Quoter.QuoteConstraintName(name)} ";

    private static string Conflict(Key key) => key.OnConflict() is { } conflict ? " ON CONFLICT " + conflict : "";

    private string Names(Key key) => key.Order() is { } order
        ? string.Join(", ", key.Columns.Zip(order, (c, o) => (Quoter.QuoteColumnName(c) + " " + o).TrimEnd()))
        : Names(key.Columns);

    private string Names(Items<string> columns) => string.Join(", ", columns.Select(Quoter.QuoteColumnName));

    private static string On(string what, ForeignKeyAction action) => action switch
    {
        ForeignKeyAction.None => "",
        ForeignKeyAction.Cascade => $" ON {what} CASCADE",
        ForeignKeyAction.SetNull => $" ON {what} SET NULL",
        ForeignKeyAction.SetDefault => $" ON {what} SET DEFAULT",
    };
}
