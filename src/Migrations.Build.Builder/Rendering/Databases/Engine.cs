using System.Reflection;
using FluentMigrator;
using FluentMigrator.Generation;
using FluentMigrator.Runner;
using FluentMigrator.Runner.Generators.Generic;
using Migrations.Build.Builder.Rendering.Expressions;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using RawSql = Migrations.Build.Model.Operations.RawSql;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>Renders one operation after the other for a database, by FluentMigrator's generator and beside it.</summary>
internal abstract class Engine
{
    private readonly DatabaseTarget _target;
    private readonly GenericGenerator _generator;

    protected Engine(DatabaseTarget target, GenericGenerator generator, CompatibilityMode mode = CompatibilityMode.STRICT)
    {
        _target = target;
        _generator = generator;
        // In the loose mode a generator answers what it cannot do with nothing at all.
        _generator.CompatibilityMode = mode;
    }

    protected IQuoter Quoter => _generator.Quoter;

    /// <summary>The engine of a target.</summary>
    public static Engine For(DatabaseTarget target) => target.Kind switch
    {
        DatabaseKind.Sqlite => new SqliteEngine(target),
        DatabaseKind.Postgres => new PostgresEngine(target),
        DatabaseKind.MySql or DatabaseKind.MariaDb => new MySqlEngine(target),
        DatabaseKind.SqlServer => new SqlServerEngine(target),
    };

    /// <summary>The texts to send, one for each command.</summary>
    public IEnumerable<string> Render(Turn turn) =>
        turn.Operation is Opaque opaque ? Refuse(turn, "A step", opaque.Why) : RenderOwn(Adapt(turn));

    /// <summary>The texts of an operation from which other engines' features are gone.</summary>
    protected abstract IEnumerable<string> RenderOwn(Turn turn);

    /// <summary>What FluentMigrator's generator makes of an operation, row by row.</summary>
    protected IEnumerable<string> Plain(Operation operation) => operation switch
    {
        InsertRows o => o.Rows.Select(row => Generate(o with { Rows = Items.Of(row) })),
        DeleteRows { AllRows: false } o => o.Where.Select(row => Generate(o with { Where = Items.Of(row) })),
        DropTable { IfExists: true } o => [DropIfExists(o.Table)],
        RawSql o => RawTexts(o),
        _ => [Generate(operation)],
    };

    /// <summary>FluentMigrator leaves the schema out here, on all engines but SQL Server.</summary>
    protected virtual string DropIfExists(TableName table) => $"DROP TABLE IF EXISTS {Quoter.QuoteTableName(table.Name, table.Schema)};";

    /// <summary>Text of the migration itself: one command, as FluentMigrator sends it.</summary>
    protected virtual IEnumerable<string> RawTexts(RawSql operation) => [operation.Text.Replace("\r\n", "\n", StringComparison.Ordinal)];

    /// <summary>FluentMigrator's text for an operation, with plain line ends.</summary>
    protected string Generate(Operation operation)
    {
        var expression = ExpressionWriter.Write(operation) ?? throw new NotSupportedException("FluentMigrator has no expression for it");
        var generate = typeof(IMigrationGenerator).GetMethod(nameof(IMigrationGenerator.Generate), [expression.GetType()])!;
        try
        {
            return ((string)generate.Invoke(_generator, [expression])!).Replace("\r\n", "\n", StringComparison.Ordinal);
        }
        catch (TargetInvocationException error) when (error.InnerException is { } inner)
        {
            throw inner;
        }
    }

    protected static IEnumerable<string> Refuse(Turn turn, string what, string why)
    {
        turn.Lose(what, why);
        return [];
    }

    protected static IEnumerable<string> Refuse(Turn turn, string why) => Refuse(turn, Subject.Of(turn.Operation), why);

    private Turn Adapt(Turn turn)
    {
        var translated = turn with { Operation = Translate(turn.Operation) };
        return translated with { Operation = ForeignFeatures.TakeAway(translated, _target.Kind) };
    }

    /// <summary>Another engine's feature in this engine's own words, where it has them.</summary>
    protected virtual Operation Translate(Operation operation) => operation;
}
