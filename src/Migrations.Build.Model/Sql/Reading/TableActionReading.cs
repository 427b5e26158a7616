using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Sql.Reading;

/// <summary>Reads one action of ALTER TABLE; one that cannot be read is a change of the table that is not known.</summary>
internal static class TableActionReading
{
    private static readonly string[] Harmless = ["ENABLE", "DISABLE", "OWNER", "VALIDATE", "REPLICA", "CLUSTER", "CHECK", "NOCHECK", "ENGINE", "AUTO_INCREMENT", "FORCE", "ALGORITHM", "LOCK"];

    public static IEnumerable<SqlEffect> Read(SqlCursor action, TableName table)
    {
        var effect = action.Take().Text.ToUpperInvariant() switch
        {
            "RENAME" => Rename(action, table),
            "ADD" => Add(action, table),
            "DROP" => Drop(action, table),
            "ALTER" => Alter(action, table),
            "MODIFY" => Modify(action, table),
            "SET" when action.Accept("SCHEMA") && action.Name() is { } schema => new SqlChange(new MoveTable(table, schema)),
            "SET" when action.Current.Is('(') => new DoesOther("ALTER TABLE"),
            var word when Harmless.Contains(word, StringComparer.Ordinal) => new DoesOther("ALTER TABLE"),
            _ => null,
        };
        yield return effect ?? new AltersTable(table);
    }

    private static SqlEffect? Rename(SqlCursor action, TableName table)
    {
        if (action.Accept("TO") || action.Accept("AS"))
        {
            return action.QualifiedName() is { } name ? new SqlChange(new RenameTable(table, name.Name)) : null;
        }

        if (action.Current.IsAny("CONSTRAINT", "INDEX", "KEY"))
        {
            return null;
        }

        action.Accept("COLUMN");
        return action.Name() is { } from && action.Accept("TO") && action.Name() is { } to ? new SqlChange(new RenameColumn(table, from, to)) : null;
    }

    private static SqlEffect? Add(SqlCursor action, TableName table)
    {
        if (TableReading.IsConstraint(action))
        {
            return ConstraintReading.Check(action) is { } check ? new AddsCheck(table, check)
                : ConstraintReading.Read(action, table) is { } added ? new SqlChange(added)
                : null;
        }

        action.Accept("COLUMN");
        action.Accept("IF", "NOT", "EXISTS");
        var read = ColumnReading.Read(action);
        return read is { Whole: true, IsPlain: true } ? new SqlChange(new AddColumn(table, read.Column)) : null;
    }

    private static SqlEffect? Drop(SqlCursor action, TableName table)
    {
        if (action.Accept("PRIMARY", "KEY"))
        {
            return new DropsConstraint(table, null);
        }

        if (action.Accept("CONSTRAINT") || action.Accept("FOREIGN", "KEY") || action.Accept("CHECK"))
        {
            action.Accept("IF", "EXISTS");
            return action.Name() is { } constraint && (action.AtEnd || action.Accept("RESTRICT")) ? new DropsConstraint(table, constraint) : null;
        }

        if (action.Accept("INDEX") || action.Accept("KEY"))
        {
            return action.Name() is { } index ? new DropsIndex(TableName.Of(index), table) : null;
        }

        if (action.Current.IsAny("PARTITION", "PERIOD"))
        {
            return null;
        }

        action.Accept("COLUMN");
        action.Accept("IF", "EXISTS");
        return action.Name() is { } column && (action.AtEnd || action.Accept("RESTRICT")) ? new SqlChange(new DropColumn(table, column)) : null;
    }

    private static SqlEffect? Alter(SqlCursor action, TableName table)
    {
        action.Accept("COLUMN");
        if (action.Name() is not { } column)
        {
            return null;
        }

        if (action.Accept("SET", "DEFAULT"))
        {
            return new SqlChange(new SetDefault(table, column, Value.Sql(action.Rest())));
        }

        return action.Accept("DROP", "DEFAULT") ? new SqlChange(new DropDefault(table, column))
            : action.Accept("SET", "NOT", "NULL") ? new SetsNullable(table, column, false)
            : action.Accept("DROP", "NOT", "NULL") ? new SetsNullable(table, column, true)
            : AlterType(action, table, column);
    }

    private static SqlEffect? AlterType(SqlCursor action, TableName table, string column)
    {
        var postgres = action.Database == DatabaseKind.Postgres;
        if (postgres && !(action.Accept("TYPE") || action.Accept("SET", "DATA", "TYPE")))
        {
            return null;
        }

        var read = postgres || action.Database == DatabaseKind.SqlServer ? ColumnReading.ReadType(action, column, "USING") : null;
        bool? nullable = postgres ? null : read?.Column.Nullable ?? true;
        return read is { Whole: true, IsPlain: true } ? new SqlChange(new AlterColumn(table, read.Column with { Nullable = nullable })) : null;
    }

    /// <summary>MySQL's MODIFY restates a column in its own words, where nulls are allowed unless said.</summary>
    private static SqlEffect? Modify(SqlCursor action, TableName table)
    {
        action.Accept("COLUMN");
        var read = ColumnReading.Read(action);
        return read is { Whole: true, IsPlain: true } && !read.Column.PrimaryKey ? new SqlChange(new AlterColumn(table, read.Column)) : null;
    }
}
