using FluentMigrator.Runner.Generators;
using FluentMigrator.Runner.Generators.Generic;
using FluentMigrator.Runner.Generators.Postgres;
using FluentMigrator.Runner.Generators.Postgres92;
using Microsoft.Extensions.Options;
using Migrations.Build.Builder.Rendering.Literals;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>Renders for PostgreSQL.</summary>
internal sealed class PostgresEngine(DatabaseTarget target) : Engine(target, Generator(target))
{
    private readonly int _version = Engines.Major(target);

    protected override IEnumerable<string> RenderOwn(Turn turn) => turn.Operation switch
    {
        CreateTable o => [GenerateLoosely(Bare(turn, o)), .. Describe(o.Table, o.Description), .. DescribeColumns(o)],
        AddColumn o => [GenerateLoosely(Bare(turn, o)), .. DescribeColumns(o)],
        AlterColumn o => Alter(turn, o),
        DescribeTable o => Describe(o.Table, o.Description),
        CreateIndex o => Index(turn, o),
        CreateSequence { Sequence.Cache: 0 or 1 } o => Plain(new CreateSequence(o.Sequence with { Cache = null })),
        var other => Plain(other),
    };

    /// <summary>What SQL Server calls identity insert; a numbered column takes no value here otherwise.</summary>
    protected override Operation Translate(Operation operation) => operation is InsertRows o
        ? o with { Features = o.Features.Select(f => f.Key == "SqlServerIdentityInsert" ? Overriding : f).ToItems() }
        : operation;

    private static Feature Overriding { get; } = new("PostgresOverridingIdentityValues", Items.Of(Value.Of("System")));

    private static GenericGenerator Generator(DatabaseTarget target)
    {
        var version = Engines.Major(target);
        var literals = new PostgresLiterals(hasUuids: version >= 13);
        return version switch
        {
            >= 15 => new Postgres15_0Generator(literals),
            >= 11 => new Postgres11_0Generator(literals),
            10 => new Postgres10_0Generator(literals),
            _ => new Postgres92Generator(literals, Options.Create(new GeneratorOptions())),
        };
    }

    private Operation Bare(Turn turn, Operation operation) => PostgresColumns.Settle(turn, Descriptions.Without(operation), _version);

    private IEnumerable<string> Alter(Turn turn, AlterColumn operation)
    {
        if (operation.Column.Computed is not null)
        {
            return Refuse(turn, "PostgreSQL cannot change the expression of a computed column; drop the column and add it again");
        }

        var text = Generate(Bare(turn, operation));
        var was = turn.Before.Tables.Find(operation.Table)?.FindColumn(operation.Column.Name, turn.Before.Dialect);
        return [.. was is null ? [text] : PostgresTypes.Changed(operation, was, text, Quoter), .. DescribeColumns(operation)];
    }

    private IEnumerable<string> Index(Turn turn, CreateIndex operation)
    {
        if (PostgresIndexes.Refuses(operation.Index, _version) is { } why)
        {
            return Refuse(turn, why);
        }

        return Plain(operation);
    }

    private IEnumerable<string> Describe(TableName table, string? text) => string.IsNullOrEmpty(text)
        ? []
        : [$"COMMENT ON TABLE {Quoter.QuoteTableName(table.Name, table.Schema)} IS {Quoter.QuoteValue(text)};"];

    private IEnumerable<string> DescribeColumns(Operation operation) => Descriptions.OfColumns(operation).Select(d =>
        $"COMMENT ON COLUMN {Quoter.QuoteTableName(d.Table.Name, d.Table.Schema)}.{Quoter.QuoteColumnName(d.Column)} IS {Quoter.QuoteValue(d.Text)};");
}
