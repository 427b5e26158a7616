using FluentMigrator.Runner;
using FluentMigrator.Runner.BatchParser;
using FluentMigrator.Runner.Generators.SqlServer;
using Migrations.Build.Builder.Rendering.Literals;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>Renders for SQL Server, loosely: the strict mode does not know sparse columns, and what it would refuse is refused here.</summary>
internal sealed class SqlServerEngine(DatabaseTarget target) : Engine(target, Generator(target), CompatibilityMode.LOOSE)
{
    protected override IEnumerable<string> RenderOwn(Turn turn)
    {
        if (SqlServerNames.InText(turn.Operation).FirstOrDefault(n => n.Contains('\'', StringComparison.Ordinal)) is { } name)
        {
            return Refuse(turn, $"FluentMigrator writes the name '{name}' into a text without doubling its quotation mark");
        }

        return turn.Operation switch
        {
            CreateTable o => [Generate(Bare(turn, o)), .. DescribeTable(o.Table, o.Description, exists: false), .. DescribeColumns(o, exists: false)],
            AddColumn o => [Generate(Bare(turn, o)), .. DescribeColumns(o, exists: false)],
            AlterColumn o => Alter(turn, o),
            DescribeTable o => DescribeTable(o.Table, o.Description, exists: true),
            CreateIndex o => Index(turn, o),
            CreateSequence { Sequence.Cache: 0 or 1 } o => Plain(new CreateSequence(o.Sequence with { Cache = null })),
            var other => Plain(other),
        };
    }

    protected override string DropIfExists(TableName table) => Generate(new DropTable(table) { IfExists = true });

    /// <summary>Batches end at lines of GO, as FluentMigrator's own processor reads them.</summary>
    protected override IEnumerable<string> RawTexts(string text) => Batches.Of(new SqlServerBatchParser("\n"), text);

    protected override string CreateIfNotExists(TableName table, string text) =>
        $"IF OBJECT_ID('{Quoter.QuoteTableName(table.Name, table.Schema)}','U') IS NULL {text}";

    /// <summary>What PostgreSQL calls overriding the system's value.</summary>
    protected override Operation Translate(Operation operation) => operation is InsertRows o
        ? o with { Features = o.Features.Select(f => f.Key == "PostgresOverridingIdentityValues" && f.Values[0].Text == "System" ? IdentityInsert : f).ToItems() }
        : operation;

    private static Feature IdentityInsert { get; } = new("SqlServerIdentityInsert", Items.Of(Value.Of(true)));

    private static SqlServer2008Generator Generator(DatabaseTarget target)
    {
        var literals = new SqlServerLiterals();
        return Engines.Major(target) switch
        {
            >= 2016 => new SqlServer2016Generator(literals),
            >= 2014 => new SqlServer2014Generator(literals),
            >= 2012 => new SqlServer2012Generator(literals),
            _ => new SqlServer2008Generator(literals),
        };
    }

    private IEnumerable<string> Alter(Turn turn, AlterColumn operation)
    {
        var column = operation.Column;
        if (column.Identity || column.Computed is not null)
        {
            return Refuse(turn, "SQL Server cannot make an existing column numbered or computed; add a new column and move the values");
        }

        // The default is a constraint of its own there and comes as a step of its own.
        var bare = operation with { Column = column with { Default = null, PrimaryKey = false } };
        return [Generate(Descriptions.Without(bare)), .. DescribeColumns(operation, exists: true)];
    }

    private IEnumerable<string> Index(Turn turn, CreateIndex operation) => SqlServerIndexes.Refuses(operation.Index) is { } why
        ? Refuse(turn, why)
        : Plain(new CreateIndex(SqlServerIndexes.Settle(operation.Index, Quoter)));

    private static Operation Bare(Turn turn, Operation operation) => SqlServerColumns.Settle(turn, Descriptions.Without(operation));

    private static IEnumerable<string> DescribeTable(TableName table, string? text, bool exists) =>
        string.IsNullOrEmpty(text) ? [] : [SqlServerProperty.Of(table, null, text, exists)];

    private static IEnumerable<string> DescribeColumns(Operation operation, bool exists) =>
        Descriptions.OfColumns(operation).Select(d => SqlServerProperty.Of(d.Table, d.Column, d.Text, exists));
}
