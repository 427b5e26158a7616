using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Sql.Reading;

/// <summary>Reads the definition of a column.</summary>
internal static class ColumnReading
{
    // Words that end a column's type.
    private static readonly string[] Constraints =
    [
        "CONSTRAINT", "NOT", "NULL", "DEFAULT", "PRIMARY", "UNIQUE", "REFERENCES", "CHECK", "COLLATE", "GENERATED", "AS", "IDENTITY",
        "AUTO_INCREMENT", "AUTOINCREMENT", "COMMENT", "ON", "KEY", "USING", "FIRST", "AFTER",
    ];

    private static readonly Feature ByDefault = new("PostgresIdentityGeneration", Items.Of(Value.Of("ByDefault")));

    /// <summary>A column: name, type, constraints.</summary>
    public static ReadColumn? Read(SqlCursor cursor) => cursor.Name() is { } name ? ReadType(cursor, name) : null;

    /// <summary>The type and constraints of a column whose name was read, up to a word that is none of them.</summary>
    public static ReadColumn ReadType(SqlCursor cursor, string name, string? end = null)
    {
        var start = cursor.Position;
        cursor.SkipTo(t => t.IsAny(Constraints));
        var type = cursor.TextFrom(start);
        var serial = cursor.Database == DatabaseKind.Postgres && type.EndsWith("serial", StringComparison.OrdinalIgnoreCase);
        var column = new Column(name, type.Length == 0 ? new(TypeKind.Unspecified) : new(TypeKind.Custom, Custom: type)) { Nullable = !serial, Identity = serial };
        var read = new ReadColumn(column);
        while (!cursor.AtEnd && !(end is not null && cursor.Current.Is(end)))
        {
            var before = cursor.Position;
            read = Constraint(cursor, read);
            if (cursor.Position == before)
            {
                return read with { Whole = false };
            }
        }

        return read;
    }

    private static ReadColumn Constraint(SqlCursor cursor, ReadColumn read)
    {
        var column = read.Column;
        string? constraint = cursor.Accept("CONSTRAINT") ? cursor.Name() : null;
        switch (cursor.Take().Text.ToUpperInvariant())
        {
            case "NOT" when cursor.Accept("NULL"):
                // A NULL is refused, or becomes the default: no row of before goes.
                ConstraintReading.Conflict(cursor);
                return read with { Column = column with { Nullable = false } };
            case "NULL":
                return read;
            case "DEFAULT":
                return read with { Column = column with { Default = Value.Sql(Expression(cursor)) } };
            case "PRIMARY" when cursor.Accept("KEY"):
                cursor.SkipAny("ASC", "DESC", "CLUSTERED", "NONCLUSTERED");
                return read with { Column = column with { PrimaryKey = true, PrimaryKeyName = constraint, Nullable = NullableKey(cursor, column) }, KeyConflict = ConstraintReading.Conflict(cursor) };
            case "UNIQUE":
                cursor.SkipAny("KEY");
                var unique = read with { Unique = new Key(null, Items.Of(column.Name)).On(ConstraintReading.Conflict(cursor)) };
                return constraint is null ? unique : unique with { Whole = false };
            case "COLLATE" when cursor.Name() is { } collation:
                return read with { Column = column with { Collation = collation } };
            case "AUTOINCREMENT" or "AUTO_INCREMENT":
                return read with { Column = column with { Identity = true } };
            case "IDENTITY":
                cursor.Inner();
                return read with { Column = column with { Identity = true, Nullable = false } };
            case "COMMENT" when cursor.Current.Kind == SqlTokenKind.Text:
                return read with { Column = column with { Description = cursor.Take().Text } };
            case "CHECK" when cursor.Inner() is { } check:
                return read with { Checks = read.Checks.Add(new Check(constraint, check.Rest())) };
            case "GENERATED":
                return Generated(cursor, read);
            case "AS" when cursor.Inner() is { } computed:
                return Computed(cursor, read, computed.Rest());
            case "REFERENCES":
                return read with { References = ConstraintReading.References(cursor, TableName.Of(""), Items.Of(column.Name), constraint ?? "") , Whole = read.Whole };
            default:
                return read with { Whole = false };
        }
    }

    /// <summary>SQLite alone allows nulls in a key, save in its row number.</summary>
    private static bool? NullableKey(SqlCursor cursor, Column column) =>
        cursor.Database == DatabaseKind.Sqlite && !string.Equals(column.Type.Custom, "INTEGER", StringComparison.OrdinalIgnoreCase) && column.Nullable == true;

    private static string Expression(SqlCursor cursor)
    {
        var start = cursor.Position;
        while (cursor.Current.Is('-') || cursor.Current.Is('+'))
        {
            cursor.Take();
        }

        cursor.SkipPart();
        while (!cursor.AtEnd && (cursor.Current.Is('(') || cursor.Current.Is(':') || cursor.Current.Is('.') || !IsNext(cursor)))
        {
            cursor.SkipPart();
        }

        return cursor.TextFrom(start);
    }

    private static bool IsNext(SqlCursor cursor) => cursor.Current.IsAny(Constraints);

    private static ReadColumn Generated(SqlCursor cursor, ReadColumn read)
    {
        var byDefault = cursor.Accept("BY", "DEFAULT");
        cursor.SkipAny("ALWAYS");
        if (!cursor.Accept("AS"))
        {
            return read with { Whole = false };
        }

        if (cursor.Accept("IDENTITY"))
        {
            cursor.Inner();
            return read with { Column = read.Column with { Identity = true, Nullable = false, Features = byDefault ? Items.Of(ByDefault) : Items<Feature>.Empty } };
        }

        return cursor.Inner() is { } expression ? Computed(cursor, read, expression.Rest()) : read with { Whole = false };
    }

    private static ReadColumn Computed(SqlCursor cursor, ReadColumn read, string expression)
    {
        var stored = cursor.Accept("STORED") || cursor.Accept("PERSISTED");
        cursor.SkipAny("VIRTUAL");
        return read with { Column = read.Column with { Computed = new Computed(expression, stored) } };
    }
}
