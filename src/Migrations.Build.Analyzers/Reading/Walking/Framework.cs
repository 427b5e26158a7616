using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Migrations.Build.Analyzers.Reading.Chains;
using Migrations.Build.Analyzers.Reading.Terms;

namespace Migrations.Build.Analyzers.Reading.Walking;

/// <summary>The framework's functions whose result is the same everywhere.</summary>
internal static class Framework
{
    private static readonly ImmutableArray<Term> Nothing = ImmutableArray<Term>.Empty;

    /// <summary>What a call gives, and what becomes of the object that it is called on.</summary>
    internal sealed record Known(Term Value, Term? Changed = null);

    /// <summary>The result of a call; null where it is not one of these.</summary>
    public static Known? Call(IMethodSymbol method, Term? on, IReadOnlyList<Argument> arguments, Func<FunctionTerm, IReadOnlyList<Term>, Term> invoke)
    {
        var terms = arguments.Select(a => a.Value).ToArray();
        if (method.ContainingType is not { } type)
        {
            return null;
        }

        if (type.Name == "RawSql" && method.Name == "Insert" && terms is [ConstantTerm { Value: string sql }])
        {
            return new(new SqlTerm(sql));
        }

        return (type.SpecialType, type.Name, on) switch
        {
            (SpecialType.System_String, _, ConstantTerm { Value: string text }) => Of(Text(method.Name, text, Values(terms))),
            (SpecialType.System_String, _, null) => Of(Static(method.Name, terms)),
            (_, "Guid", null) when method.Name == "Parse" && terms is [ConstantTerm { Value: string text }, ..] && Guid.TryParse(text, out var id) => new(new ConstantTerm(id)),
            (_, "Int32" or "Int64", null) when method.Name == "Parse" && terms is [ConstantTerm { Value: string text }, ..] && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) =>
                new(new ConstantTerm(type.Name == "Int32" ? (int)number : number)),
            (_, "TimeSpan", null) when terms is [ConstantTerm { Value: int or double or long } count, ..] => Of(Span(method.Name, Convert.ToDouble(count.Value, CultureInfo.InvariantCulture))),
            (_, "DateTime", null) when method.Name == "SpecifyKind" && terms is [ConstantTerm { Value: DateTime time }, _] => new(new ConstantTerm(time)),
            (_, "Array", null) when method.Name == "Empty" => new(new ListTerm(Nothing)),
            (_, "Enumerable" or "ImmutableArray" or "ImmutableList", null) => Of(Sequence(method.Name, terms, invoke)),
            (_, "Encoding", _) when method.Name == "GetBytes" => null,
            (_, _, ListTerm list) => List(method.Name, list, terms, invoke),
            (_, _, FieldsTerm fields) => Fields(method.Name, fields, terms),
            _ when method.Name == "ToString" && terms.Length == 0 && on is not null && Operators.HasText(on) => new(new ConstantTerm(Operators.Text(on))),
            _ => null,
        };
    }

    private static Known? Of(Term? value) => value is null ? null : new(value);

    private static object?[] Values(IEnumerable<Term> terms) => terms.Select(t => t is ConstantTerm constant ? constant.Value : t).ToArray();

    private static Term? Text(string method, string text, object?[] values)
    {
        object? result = (method, values) switch
        {
            ("ToLower" or "ToLowerInvariant", []) => text.ToLowerInvariant(),
            ("ToUpper" or "ToUpperInvariant", []) => text.ToUpperInvariant(),
            ("Trim", []) => text.Trim(),
            ("TrimStart", []) => text.TrimStart(),
            ("TrimEnd", []) => text.TrimEnd(),
            ("Trim", [char letter]) => text.Trim(letter),
            ("TrimStart", [char letter]) => text.TrimStart(letter),
            ("TrimEnd", [char letter]) => text.TrimEnd(letter),
            ("Replace", [string { Length: > 0 } from, string to]) => text.Replace(from, to),
            ("Replace", [char from, char to]) => text.Replace(from, to),
            ("Substring", [int start]) when start >= 0 && start <= text.Length => text.Substring(start),
            ("Substring", [int start, int length]) when start >= 0 && length >= 0 && start + length <= text.Length => text.Substring(start, length),
            ("PadLeft", [int width]) => text.PadLeft(width),
            ("PadLeft", [int width, char letter]) => text.PadLeft(width, letter),
            ("PadRight", [int width]) => text.PadRight(width),
            ("Insert", [int at, string more]) when at >= 0 && at <= text.Length => text.Insert(at, more),
            ("Remove", [int at]) when at >= 0 && at < text.Length => text.Remove(at),
            ("StartsWith", [string part, ..]) => text.StartsWith(part, StringComparison.Ordinal),
            ("EndsWith", [string part, ..]) => text.EndsWith(part, StringComparison.Ordinal),
            ("Contains", [string part]) => text.Contains(part),
            ("IndexOf", [string part, ..]) => text.IndexOf(part, StringComparison.Ordinal),
            ("IndexOf", [char part]) => text.IndexOf(part),
            ("Equals", [string other]) => text == other,
            ("Equals", [string other, MemberTerm comparison]) => string.Equals(text, other, comparison.Name.EndsWith("IgnoreCase", StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal),
            ("ToString", _) => text,
            ("ReplaceLineEndings", []) => null,
            _ => null,
        };
        return result is not null ? new ConstantTerm(result)
            : method == "Split" && values is [char or string, ..] ? new ListTerm(text.Split([values[0]!.ToString()], StringSplitOptions.None).Select(p => (Term)new ConstantTerm(p)).ToImmutableArray())
            : null;
    }

    private static Term? Static(string method, Term[] terms) => method switch
    {
        "IsNullOrEmpty" when terms is [ConstantTerm { Value: string or null } text] => new ConstantTerm(string.IsNullOrEmpty((string?)text.Value)),
        "IsNullOrWhiteSpace" when terms is [ConstantTerm { Value: string or null } text] => new ConstantTerm(string.IsNullOrWhiteSpace((string?)text.Value)),
        "Concat" when Flat(terms) is { } parts => new ConstantTerm(string.Concat(parts)),
        "Join" when terms.Length >= 2 && terms[0] is ConstantTerm { Value: string or char } separator && Flat(terms.Skip(1)) is { } parts => new ConstantTerm(string.Join(Operators.Text(separator), parts)),
        "Format" when terms.Length >= 2 && terms[0] is ConstantTerm { Value: string format } && Flat(terms.Skip(1)) is { } parts => Format(format, parts),
        "Equals" when terms.Length >= 2 && Operators.Same(terms[0], terms[1]) is { } same => new ConstantTerm(same),
        _ => null,
    };

    private static string[]? Flat(IEnumerable<Term> terms)
    {
        var all = terms.SelectMany(t => t is ListTerm list ? list.Items : ImmutableArray.Create(t)).ToArray();
        return all.All(Operators.HasText) ? all.Select(Operators.Text).ToArray() : null;
    }

    private static ConstantTerm? Format(string format, string[] parts)
    {
        try
        {
            return new(string.Format(CultureInfo.InvariantCulture, format, parts));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static ConstantTerm? Span(string method, double count) => method switch
    {
        "FromDays" => new(TimeSpan.FromDays(count)),
        "FromHours" => new(TimeSpan.FromHours(count)),
        "FromMinutes" => new(TimeSpan.FromMinutes(count)),
        "FromSeconds" => new(TimeSpan.FromSeconds(count)),
        _ => null,
    };

    private static Term? Sequence(string method, Term[] terms, Func<FunctionTerm, IReadOnlyList<Term>, Term> invoke) => (method, terms) switch
    {
        ("Range", [ConstantTerm { Value: int first }, ConstantTerm { Value: int count }]) when count is >= 0 and <= 10_000 => new ListTerm(Enumerable.Range(first, count).Select(n => (Term)new ConstantTerm(n)).ToImmutableArray()),
        ("Repeat", [var item, ConstantTerm { Value: int count }]) when count is >= 0 and <= 10_000 => new ListTerm(Enumerable.Repeat(item, count).ToImmutableArray()),
        ("Empty", []) => new ListTerm(Nothing),
        ("Create" or "CreateRange", [ListTerm list]) => list,
        ("Create", _) => new ListTerm(terms.ToImmutableArray()),
        (_, [ListTerm list, ..]) => List(method, list, terms.Skip(1).ToArray(), invoke)?.Value,
        _ => null,
    };

    private static Known? List(string method, ListTerm list, Term[] terms, Func<FunctionTerm, IReadOnlyList<Term>, Term> invoke) => (method, terms) switch
    {
        ("ToArray" or "ToList" or "AsEnumerable" or "AsReadOnly" or "ToImmutableArray" or "ToImmutableList" or "ToHashSet", []) => new(list),
        ("Select", [FunctionTerm function]) => new(new ListTerm(list.Items.Select((item, i) => invoke(function, function.Method.Parameters.Length > 1 ? [item, new ConstantTerm(i)] : [item])).ToImmutableArray())),
        ("SelectMany", [FunctionTerm function]) when list.Items.Select(i => invoke(function, [i])).ToArray() is var parts && parts.All(p => p is ListTerm) => new(new ListTerm(parts.SelectMany(p => ((ListTerm)p).Items).ToImmutableArray())),
        ("Where", [FunctionTerm function]) when list.Items.Select(i => (Item: i, Fits: Patterns.Truth(invoke(function, [i])))).ToArray() is var judged && judged.All(j => j.Fits is not null) =>
            new(new ListTerm(judged.Where(j => j.Fits == true).Select(j => j.Item).ToImmutableArray())),
        ("Concat", [ListTerm other]) => new(new ListTerm(list.Items.AddRange(other.Items))),
        ("Append", [var item]) => new(new ListTerm(list.Items.Add(item))),
        ("Prepend", [var item]) => new(new ListTerm(list.Items.Insert(0, item))),
        ("Reverse", []) => new(new ListTerm(list.Items.Reverse().ToImmutableArray())),
        ("Skip", [ConstantTerm { Value: int count }]) => new(new ListTerm(list.Items.Skip(count).ToImmutableArray())),
        ("Take", [ConstantTerm { Value: int count }]) => new(new ListTerm(list.Items.Take(count).ToImmutableArray())),
        ("First", []) when list.Items.Length > 0 => new(list.Items[0]),
        ("Last", []) when list.Items.Length > 0 => new(list.Items[list.Items.Length - 1]),
        ("Count", []) => new(new ConstantTerm(list.Items.Length)),
        ("Any", []) => new(new ConstantTerm(list.Items.Length > 0)),
        ("Contains", [var item]) when list.Items.Select(i => Operators.Same(i, item)).ToArray() is var same && same.All(s => s is not null) => new(new ConstantTerm(same.Any(s => s == true))),
        ("ForEach", [FunctionTerm function]) => new(Each(list, function, invoke)),
        ("Add", [var item]) => new(new ConstantTerm(null), new ListTerm(list.Items.Add(item))),
        ("AddRange", [ListTerm other]) => new(new ConstantTerm(null), new ListTerm(list.Items.AddRange(other.Items))),
        _ => null,
    };

    private static ConstantTerm Each(ListTerm list, FunctionTerm function, Func<FunctionTerm, IReadOnlyList<Term>, Term> invoke)
    {
        foreach (var item in list.Items)
        {
            invoke(function, [item]);
        }

        return new(null);
    }

    private static Known? Fields(string method, FieldsTerm fields, Term[] terms) => (method, terms) switch
    {
        ("Add", [ConstantTerm { Value: string key }, var value]) => new(new ConstantTerm(null), new FieldsTerm(fields.Fields.Add(new(key, value)))),
        ("ContainsKey", [ConstantTerm { Value: string key }]) => new(new ConstantTerm(fields[key] is not null)),
        _ => null,
    };
}
