using System.Globalization;
using Microsoft.CodeAnalysis;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Migrations;

/// <summary>Reads our annotations by name and not by type, as the builder does.</summary>
internal static class Annotated
{
    /// <summary>The migration with what its class's annotations say.</summary>
    public static Migration AddTo(Migration migration, INamedTypeSymbol type)
    {
        var all = type.GetAttributes();
        return migration with
        {
            Rationale = Named(all, "Rationale").Select(a => new Rationale(Text(a, 0), Member(a, "Ticket"), Member(a, "Owner"))).FirstOrDefault(),
            ForwardOnly = Named(all, "ForwardOnly").Select(a => new ForwardOnly(Text(a, 0), Member(a, "Recovery"))).FirstOrDefault(),
            Expectations = Named(all, "Expect").Select(Expectation).OrderBy(e => e.Name, StringComparer.Ordinal).ToItems(),
            Acceptances = Named(all, "Accept").Select(a => new Acceptance(Text(a, 0), Text(a, 1), Member(a, "Until"))).OrderBy(a => a.Rule, StringComparer.Ordinal).ToItems(),
            Touches = Named(all, "Touches").SelectMany(Touches).Distinct(StringComparer.Ordinal).OrderBy(t => t, StringComparer.Ordinal).ToItems(),
        };
    }

    private static IEnumerable<AttributeData> Named(IEnumerable<AttributeData> all, string name) =>
        all.Where(a => a.AttributeClass is { } type && type.Name == name + "Attribute" && type.ContainingNamespace.ToDisplayString() == "Migrations.Build");

    private static Expectation Expectation(AttributeData data) => new(
        Text(data, 0),
        Text(data, 1),
        ConstantValue(data.NamedArguments.FirstOrDefault(n => n.Key == "Is").Value),
        data.NamedArguments.FirstOrDefault(n => n.Key == "When").Value.Value is int when ? (ExpectationMoment)when : ExpectationMoment.After,
        Member(data, "Database") is { } id ? Dialect.ForId(id)?.Kind : null);

    private static Value ConstantValue(TypedConstant constant) => constant.Kind is TypedConstantKind.Error or TypedConstantKind.Array ? Value.Null : constant.Value switch
    {
        null => Value.Null,
        string text => Value.Of(text),
        bool flag => Value.Of(flag),
        char letter => Value.Of(letter.ToString()),
        double number => new(ValueKind.Double, number.ToString("R", CultureInfo.InvariantCulture)),
        float number => new(ValueKind.Single, number.ToString("R", CultureInfo.InvariantCulture)),
        ulong number => new(ValueKind.Integer, number.ToString(CultureInfo.InvariantCulture)),
        IConvertible number => Value.Of(number.ToInt64(CultureInfo.InvariantCulture)),
        _ => new(ValueKind.Unknown, "an expected value that is no constant"),
    };

    private static IEnumerable<string> Touches(AttributeData data) =>
        data.ConstructorArguments is [{ Kind: TypedConstantKind.Array } objects, ..] ? objects.Values.Select(o => o.Value as string ?? "").Where(o => o.Length > 0) : [];

    private static string Text(AttributeData data, int position) =>
        position < data.ConstructorArguments.Length && data.ConstructorArguments[position] is { Kind: not TypedConstantKind.Array } constant ? Convert.ToString(constant.Value, CultureInfo.InvariantCulture) ?? "" : "";

    private static string? Member(AttributeData data, string name) => data.NamedArguments.FirstOrDefault(n => n.Key == name).Value is { IsNull: false, Kind: not TypedConstantKind.Array } constant ? constant.Value as string : null;
}
