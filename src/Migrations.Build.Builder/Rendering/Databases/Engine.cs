using FluentMigrator;
using FluentMigrator.Generation;
using FluentMigrator.Runner;
using FluentMigrator.Runner.Generators.Generic;
using Migrations.Build.Builder.Rendering.Expressions;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql;
using RawSql = Migrations.Build.Model.Operations.RawSql;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>Renders one operation after the other for a database, by FluentMigrator's generator and beside it.</summary>
internal abstract class Engine : IDisposable
{
    private readonly GenericGenerator _generator;

    protected Engine(DatabaseTarget target, GenericGenerator generator, CompatibilityMode mode = CompatibilityMode.STRICT)
    {
        Target = target;
        _generator = generator;
        // In the loose mode a generator answers what it cannot do with nothing at all.
        _generator.CompatibilityMode = mode;
    }

    /// <summary>The database, and the oldest version that must work.</summary>
    public DatabaseTarget Target { get; }

    protected IQuoter Quoter => _generator.Quoter;

    /// <summary>The engine of a target.</summary>
    public static Engine For(DatabaseTarget target) => target.Kind switch
    {
        DatabaseKind.Sqlite => new SqliteEngine(target),
        DatabaseKind.Postgres => new PostgresEngine(target),
        DatabaseKind.MySql or DatabaseKind.MariaDb => new MySqlEngine(target),
        DatabaseKind.SqlServer => new SqlServerEngine(target),
    };

    /// <summary>What is to run, one statement for each command; an engine may hold some back until <see cref="Finish"/>.</summary>
    public IEnumerable<Statement> Render(Turn turn)
    {
        if (turn.Operation is Opaque opaque)
        {
            turn.Lose("A step", opaque.Why);
            return [];
        }

        return turn.Operation is DescribeTable { Description: null or "" } ? [] : Statements(Adapt(turn));
    }

    /// <summary>What was held back so far.</summary>
    public virtual IEnumerable<Statement> Finish() => [];

    /// <summary>Whether a Down is rendered, for tables that may hold rows.</summary>
    public bool GoesDown { get; set; }

    /// <summary>Whether statements between the steps of this passage may have brought rows into tables that it makes.</summary>
    public bool RowsCame { get; set; }

    /// <summary>What is rendered from here on is a passage that does not stay: a Down, or a migration out of order.</summary>
    public virtual void Begin()
    {
    }

    /// <summary>The passage ends, and with it what it did.</summary>
    public virtual void Undo()
    {
    }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }

    /// <summary>The rule that speaks of what the engine or its generator refuses.</summary>
    public virtual string RefusalRule => Loss.InRendering;

    /// <summary>The statements of an operation from which other engines' features are gone.</summary>
    protected virtual IEnumerable<Statement> Statements(Turn turn) => Texts(RenderOwn(turn));

    /// <summary>Texts as statements.</summary>
    protected static IEnumerable<Statement> Texts(IEnumerable<string> texts) => texts.Select(t => t.Trim()).Where(t => t.Length > 0).Select(Statement.Sql);

    /// <summary>The texts of an operation from which other engines' features are gone.</summary>
    protected abstract IEnumerable<string> RenderOwn(Turn turn);

    /// <summary>What FluentMigrator's generator makes of an operation, row by row.</summary>
    protected IEnumerable<string> Plain(Operation operation) => operation switch
    {
        InsertRows o => o.Rows.Select(row => Generate(o with { Rows = Items.Of(row) })),
        DeleteRows { AllRows: false } o => o.Where.Select(row => Generate(o with { Where = Items.Of(row) })),
        DropTable { IfExists: true } o => [DropIfExists(o.Table)],
        RawSql o => RawTexts(LineEnds.Plain(o.Text, Target.Kind)),
        _ => [Generate(operation)],
    };

    /// <summary>FluentMigrator leaves the schema out here, on all engines but SQL Server.</summary>
    protected virtual string DropIfExists(TableName table) => $"DROP TABLE IF EXISTS {Quoter.QuoteTableName(table.Name, table.Schema)};";

    /// <summary>FluentMigrator 8 knows no such condition, so its text gets it here.</summary>
    protected virtual string CreateIfNotExists(TableName table, string text) =>
        text.Replace("CREATE TABLE ", "CREATE TABLE IF NOT EXISTS ", StringComparison.Ordinal);

    /// <summary>Text of the migration itself: one command, as FluentMigrator sends it.</summary>
    protected virtual IEnumerable<string> RawTexts(string text) => [text];

    /// <summary>FluentMigrator's text for an operation, with plain line ends between its parts.</summary>
    protected string Generate(Operation operation)
    {
        var expression = ExpressionWriter.Write(operation) ?? throw new NotSupportedException("FluentMigrator has no expression for it");
        var text = LineEnds.Plain(Generated.By(_generator, expression), Target.Kind);
        return text.Length == 0 ? throw new NotSupportedException("FluentMigrator sends nothing for it")
            : operation is CreateTable { IfNotExists: true } o ? CreateIfNotExists(o.Table, text)
            : text;
    }

    /// <summary>The same without the check of features, for columns from which other engines' are gone: it does not know all of this engine's own.</summary>
    protected string GenerateLoosely(Operation operation)
    {
        var mode = _generator.CompatibilityMode;
        _generator.CompatibilityMode = CompatibilityMode.LOOSE;
        try
        {
            return Generate(operation);
        }
        finally
        {
            _generator.CompatibilityMode = mode;
        }
    }

    /// <summary>The condition that a row has the values of the cells.</summary>
    public string Condition(TableName table, Row row)
    {
        const string Where = " WHERE ";
        var text = Generate(new DeleteRows(table with { Schema = null }, Items.Of(row), false)).TrimEnd().TrimEnd(';');
        return text[(text.IndexOf(Where, StringComparison.Ordinal) + Where.Length)..];
    }

    /// <summary>Renders nothing, and says why.</summary>
    protected IEnumerable<string> Refuse(Turn turn, string why)
    {
        turn.Lose(Subject.Of(turn.Operation), why, rule: RefusalRule);
        return [];
    }

    private Turn Adapt(Turn turn)
    {
        AlteredKey.Check(turn);
        var translated = turn with { Operation = Translate(turn.Operation) };
        return translated with { Operation = ForeignFeatures.TakeAway(translated, Target.Kind) };
    }

    /// <summary>Another engine's feature in this engine's own words, where it has them.</summary>
    protected virtual Operation Translate(Operation operation) => operation;
}
