using FluentMigrator.Runner.Generators.Generic;
using FluentMigrator.Runner.Generators.MySql;
using Migrations.Build.Builder.Rendering.Literals;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>Renders for MySQL and MariaDB, which share their statements as far as FluentMigrator writes them.</summary>
internal sealed class MySqlEngine(DatabaseTarget target) : Engine(target, Generator(target))
{
    private readonly bool _renamesColumns = Engines.HasRenameColumn(target);

    protected override IEnumerable<string> RenderOwn(Turn turn)
    {
        foreach (var schema in Schemas.Of(turn.Operation).Distinct(StringComparer.Ordinal))
        {
            turn.Lose($"The schema '{schema}'", "a schema is a database there, and FluentMigrator uses the one that is connected", Severity.Warning);
        }

        return turn.Operation switch
        {
            CreateSchema or DropSchema or MoveTable => Refuse(turn, "a schema is a database there, and FluentMigrator sends nothing"),
            CreateSequence or DropSequence => Refuse(turn, "FluentMigrator has no sequences there and sends nothing"),
            CreateTable or AddColumn or AlterColumn or SetDefault when MySqlDefaults.Refuses(turn.Operation, Target) is { } why => Refuse(turn, why),
            CreateTable or AlterColumn => [Described(turn.Operation)],
            AddColumn o => [Add(turn, o)],
            SetDefault o => [Generate(MySqlDefaults.Settle(o))],
            CreateIndex o when !_renamesColumns => Old(turn, o),
            RenameColumn o when !_renamesColumns => Rename(turn, o),
            var other => Plain(other),
        };
    }

    /// <summary>A server knows no DELIMITER, so each statement of a text with one goes by itself.</summary>
    protected override IEnumerable<string> RawTexts(string text) => SqlText.ChangesDelimiter(text, Target.Kind) ? SqlText.SplitWhole(text, Target.Kind) : [text];

    private static GenericGenerator Generator(DatabaseTarget target) => Engines.HasRenameColumn(target)
        ? new MySql8Generator(new MySqlLiterals())
        : new MySql5Generator(new MySqlLiterals());

    private string Add(Turn turn, AddColumn operation)
    {
        var text = Described(operation);
        if (!operation.Column.PrimaryKey)
        {
            return text;
        }

        // The key's name is always PRIMARY there, and a numbered column must become a key in the same statement.
        return AddedKey.Append(turn, operation with { Column = operation.Column with { PrimaryKeyName = null } }, text, Quoter);
    }

    /// <summary>FluentMigrator writes the description into the column, so its text is exchanged there.</summary>
    private string Described(Operation operation)
    {
        var texts = Descriptions.OfColumns(operation).Select(d => d.Text).ToList();
        var marked = 0;
        var text = Generate(Marked(operation, () => Mark(marked++)));
        for (var i = 0; i < texts.Count; i++)
        {
            text = text.Replace(Quoter.QuoteValue("Description:" + Mark(i)), Quoter.QuoteValue(texts[i]), StringComparison.Ordinal);
        }

        return text;
    }

    private static string Mark(int number) => $"\u0001{number}\u0001";

    private static Operation Marked(Operation operation, Func<string> mark)
    {
        Column Mark(Column c) => Descriptions.Of(c) is null ? c : c with { Description = mark(), Descriptions = Items<NamedText>.Empty };

        return operation switch
        {
            CreateTable o => o with { Columns = o.Columns.Select(Mark).ToItems() },
            AddColumn o => o with { Column = Mark(o.Column) },
            AlterColumn o => o with { Column = Mark(o.Column) },
            _ => operation,
        };
    }

    /// <summary>FluentMigrator's generator for old versions leaves the kind of index out.</summary>
    private IEnumerable<string> Old(Turn turn, CreateIndex operation)
    {
        if (operation.Index.Features.Any(f => f.Key == "MySqlIndexType"))
        {
            turn.Lose($"The feature 'MySqlIndexType' of index '{operation.Index.Name}'", "FluentMigrator leaves it out for old versions without a word", Severity.Info);
        }

        return Plain(operation);
    }

    /// <summary>Old versions rename a column only with its whole definition; the schema before the step has it.</summary>
    private IEnumerable<string> Rename(Turn turn, RenameColumn operation)
    {
        var table = turn.Before.Tables.Find(operation.Table);
        var column = table?.Columns.FirstOrDefault(c => turn.Before.Dialect.Names.Equals(c.Name, operation.Column));
        if (table is null || column is null || table.Touched)
        {
            return Refuse(turn, "old versions rename a column only with its whole definition, which is not known here");
        }

        var added = Described(new AddColumn(operation.Table, column with { Name = operation.NewName }));
        var definition = added[(added.IndexOf(" ADD COLUMN ", StringComparison.Ordinal) + " ADD COLUMN ".Length)..];
        return [$"ALTER TABLE {Quoter.QuoteTableName(operation.Table.Name)} CHANGE {Quoter.QuoteColumnName(operation.Column)} {definition}"];
    }
}
