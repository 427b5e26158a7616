using System.Globalization;
using Migrations.Build.Analyzers.Reading.Terms;
using Migrations.Build.Analyzers.Reading.Walking;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>Turns terms into what records hold.</summary>
internal static class Told
{
    /// <summary>A text that an operation cannot do without.</summary>
    /// <exception cref="UntoldException">It is not known.</exception>
    public static string Text(Term? term) => OptionalText(term) ?? "";

    /// <summary>A text, or none.</summary>
    /// <exception cref="UntoldException">It is not known.</exception>
    public static string? OptionalText(Term? term) => term switch
    {
        null => null,
        ConstantTerm { Value: null } => null,
        ConstantTerm { Value: string text } => text.Length == 0 ? null : text,
        _ => throw Untold(term),
    };

    /// <summary>The texts of a <c>params</c> list or of one.</summary>
    /// <exception cref="UntoldException">One is not known.</exception>
    public static IEnumerable<string> Texts(Term? term) => term is ListTerm list ? list.Items.Select(Text) : [Text(term)];

    /// <summary>A whole number, or none.</summary>
    /// <exception cref="UntoldException">It is not known.</exception>
    public static int? Number(Term? term) => term switch
    {
        null or ConstantTerm { Value: null } => null,
        ConstantTerm { Value: int or short or byte or sbyte or ushort } constant => Convert.ToInt32(constant.Value, CultureInfo.InvariantCulture),
        _ => throw Untold(term),
    };

    /// <summary>A long whole number, or none.</summary>
    /// <exception cref="UntoldException">It is not known.</exception>
    public static long? Long(Term? term) => term is ConstantTerm { Value: long number } ? number : Number(term);

    /// <summary>A truth value.</summary>
    /// <exception cref="UntoldException">It is not known.</exception>
    public static bool Truth(Term? term) => term is ConstantTerm { Value: bool truth } ? truth : term is null ? true : throw Untold(term);

    /// <summary>The name of a member of an enumeration.</summary>
    /// <exception cref="UntoldException">It is not known.</exception>
    public static string Member(Term? term) => term is MemberTerm member ? member.Name : throw Untold(term);

    /// <summary>What an enumeration of the framework calls it.</summary>
    public static ForeignKeyAction Action(Term? term) => Member(term) switch
    {
        "Cascade" => ForeignKeyAction.Cascade,
        "SetNull" => ForeignKeyAction.SetNull,
        "SetDefault" => ForeignKeyAction.SetDefault,
        _ => ForeignKeyAction.None,
    };

    /// <summary>A value as the builder writes it; one that is not known is said to be so.</summary>
    public static Value Value(Term? term) => term switch
    {
        null => Model.Operations.Value.Null,
        ConstantTerm constant => Constant(constant.Value),
        MemberTerm { Type: "SystemMethods" } method => new(ValueKind.System, method.Name),
        MemberTerm member => Model.Operations.Value.Of(member.Name),
        SqlTerm sql => Model.Operations.Value.Sql(sql.Text),
        AnsiTerm ansi => ansi.Text is null ? Model.Operations.Value.Null : new(ValueKind.AnsiText, ansi.Text),
        ListTerm list when list.Items.All(i => i is ConstantTerm { Value: byte }) => Constant(list.Items.Select(i => (byte)((ConstantTerm)i).Value!).ToArray()),
        UnknownTerm unknown => new(ValueKind.Unknown, unknown.Why) { Origin = Nondeterminism.OriginOf(unknown.Source) },
        _ => new(ValueKind.Unknown, term.Why ?? "a value that is no constant"),
    };

    /// <summary>The cells of an anonymous object or a dictionary.</summary>
    /// <exception cref="UntoldException">Its columns are not known.</exception>
    public static Items<Cell> Cells(Term? term) => term switch
    {
        FieldsTerm fields => fields.Fields.Select(f => new Cell(f.Key, Value(f.Value))).ToItems(),
        _ => throw Untold(term),
    };

    private static UntoldException Untold(Term? term) => new(term?.Why ?? "a part of it is no constant");

    private static Value Constant(object? value) => value switch
    {
        null => Model.Operations.Value.Null,
        string text => Model.Operations.Value.Of(text),
        char letter => Model.Operations.Value.Of(letter.ToString()),
        bool truth => Model.Operations.Value.Of(truth),
        sbyte or byte or short or ushort or int or uint or long or ulong => Number(ValueKind.Integer, (IFormattable)value, "D"),
        decimal number => Number(ValueKind.Decimal, number, "G"),
        float number => Number(ValueKind.Single, number, "R"),
        double number => Number(ValueKind.Double, number, "R"),
        DateTime time => Number(ValueKind.DateTime, time, "yyyy-MM-ddTHH:mm:ss.fffffff"),
        DateTimeOffset time => Number(ValueKind.DateTimeOffset, time, "yyyy-MM-ddTHH:mm:ss.fffffffzzz"),
        TimeSpan time => Number(ValueKind.Time, time, "c"),
        Guid id => Number(ValueKind.Guid, id, "D"),
        byte[] bytes => new(ValueKind.Binary, string.Concat(bytes.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)))),
        _ => new(ValueKind.Unknown, $"a value of type '{value.GetType().FullName}'"),
    };

    private static Value Number(ValueKind kind, IFormattable value, string format) => new(kind, value.ToString(format, CultureInfo.InvariantCulture));
}
