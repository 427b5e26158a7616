using System.Globalization;
using System.Text.RegularExpressions;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>Why a constant is no value of a type on an engine, and whether the statement that says it as a default fails for certain.</summary>
internal sealed record Misfit(string Why, bool Fails)
{
    private static readonly Regex Moment = new(@"^\d{4}-?\d{2}-?\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$|^\d{2}:\d{2}(:\d{2}(\.\d+)?)?$", RegexOptions.CultureInvariant);
    private static readonly string[] PostgresMoments = ["now", "today", "tomorrow", "yesterday", "epoch", "infinity", "-infinity", "allballs"];
    private static readonly string[] Truths = ["true", "false", "t", "f", "yes", "no", "y", "n", "on", "off", "1", "0"];

    /// <summary>The misfit; null when the value fits, or when it is not known whether it does.</summary>
    public static Misfit? Of(Value value, ColumnType type, DatabaseKind database)
    {
        // PostgreSQL and MySQL look at a default when it is said, SQL Server when it is used, SQLite never.
        var early = database is DatabaseKind.Postgres or DatabaseKind.MySql or DatabaseKind.MariaDb;
        return value.Kind switch
        {
            ValueKind.Text or ValueKind.AnsiText => Text(value.Text!, type, database) is { } why ? new(why, early)
                : Length(value.Text!, type, Dialect.Of(database)) is { } length ? new(length, database is DatabaseKind.MySql or DatabaseKind.MariaDb)
                : null,
            ValueKind.Integer => Whole(value.Text!, type, database) is { } why ? new(why, early) : null,
            ValueKind.Boolean => database == DatabaseKind.Postgres && type.Kind != TypeKind.Boolean && Numeric.Of(type) is not null ? new("a truth value is no number there", true) : null,
            ValueKind.DateTime or ValueKind.DateTimeOffset or ValueKind.Date or ValueKind.Guid => Numeric.Of(type) is not null ? new(Kind(value) + " is no number", early) : null,
            _ => null,
        };
    }

    /// <summary>
    /// The same for a value of a row, which the engine reads when the statement runs: every engine but SQLite refuses a text that is no
    /// number. Of forms of dates and GUIDs some read more than others, so that only a doubt is told.
    /// </summary>
    public static Misfit? OfRow(Value value, ColumnType type, DatabaseKind database, bool isCondition)
    {
        if (Of(value, type, database) is not { } misfit || (type.Kind == TypeKind.Guid && database is DatabaseKind.MySql or DatabaseKind.MariaDb))
        {
            return null;
        }

        var isText = value.Kind is ValueKind.Text or ValueKind.AnsiText;
        if (isText && Narrowing.IsText(type))
        {
            return isCondition ? null : misfit with { Fails = true };
        }

        var isMoment = type.Kind is TypeKind.Date or TypeKind.DateTime or TypeKind.DateTime2 or TypeKind.DateTimeOffset or TypeKind.Time;
        // A number out of a type's range is compared all the same, and is no row's.
        var compares = isCondition && (database is DatabaseKind.MySql or DatabaseKind.MariaDb || (value.Kind == ValueKind.Integer && type.Kind != TypeKind.Boolean));
        return misfit with { Fails = database != DatabaseKind.Sqlite && !(isText && isMoment) && !compares };
    }

    private static string Kind(Value value) => value.Kind == ValueKind.Guid ? "a GUID" : "a date";

    private static string? Text(string text, ColumnType type, DatabaseKind database) => type.Kind switch
    {
        TypeKind.Boolean => Truths.Contains(text, StringComparer.OrdinalIgnoreCase) ? null : "the text is no truth value",
        TypeKind.Guid => Guid.TryParse(text, out _) ? null : "the text is no GUID",
        TypeKind.Date or TypeKind.DateTime or TypeKind.DateTime2 or TypeKind.DateTimeOffset or TypeKind.Time =>
            Moment.IsMatch(text) || (database == DatabaseKind.Postgres && PostgresMoments.Contains(text, StringComparer.OrdinalIgnoreCase)) ? null
            : "the text is no date or time in the form that every server reads",
        _ => Numeric.Of(type) is not null && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "the text is no number" : null,
    };

    private static string? Length(string text, ColumnType type, Dialect dialect) =>
        dialect.EnforcesTypes && Narrowing.IsText(type) && text.Length > (type.Size ?? dialect.DefaultTextSize) ? "the text is longer than the column" : null;

    private static string? Whole(string text, ColumnType type, DatabaseKind database)
    {
        if (type.Kind == TypeKind.Boolean)
        {
            return database == DatabaseKind.Postgres ? "a number is no truth value there" : null;
        }

        var number = double.Parse(text, CultureInfo.InvariantCulture);
        var range = type.Kind == TypeKind.Byte ? new Numeric(0, byte.MaxValue, 0, 3) : Numeric.Of(type);
        return range is not null && Dialect.Of(database).EnforcesTypes && (number < range.From || number > range.To) ? "the number is out of the type's range" : null;
    }
}
