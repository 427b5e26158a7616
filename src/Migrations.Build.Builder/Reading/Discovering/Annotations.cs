using System.Globalization;
using System.Reflection;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Builder.Reading.Discovering;

/// <summary>Reads our annotations by name and not by type, so that any version of them is understood.</summary>
internal static class Annotations
{
    /// <summary>The migration with what its class's annotations say.</summary>
    public static Migration AddTo(Migration migration, Type type)
    {
        var all = type.GetCustomAttributesData();
        return migration with
        {
            Rationale = Named(all, "Rationale").Select(a => new Rationale(Text(a, 0), Text(a, "Ticket"), Text(a, "Owner"))).FirstOrDefault(),
            ForwardOnly = Named(all, "ForwardOnly").Select(a => new ForwardOnly(Text(a, 0), Text(a, "Recovery"))).FirstOrDefault(),
            Expectations = Named(all, "Expect").Select(ReadExpectation).OrderBy(e => e.Name, StringComparer.Ordinal).ToItems(),
            Acceptances = Named(all, "Accept").Select(a => new Acceptance(Text(a, 0), Text(a, 1), Text(a, "Until"))).OrderBy(a => a.Rule, StringComparer.Ordinal).ToItems(),
            Touches = Named(all, "Touches").SelectMany(ReadTouches).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToItems(),
        };
    }

    private static IEnumerable<CustomAttributeData> Named(IEnumerable<CustomAttributeData> all, string name) =>
        all.Where(a => a.AttributeType.FullName == "Migrations.Build." + name + "Attribute");

    private static Expectation ReadExpectation(CustomAttributeData data) => new(
        Text(data, 0),
        Text(data, 1),
        Constants.Read(Member(data, "Is")?.Value),
        Member(data, "When")?.Value is int when ? (ExpectationMoment)when : ExpectationMoment.After,
        Text(data, "Database") is { } id ? Dialect.ForId(id)?.Kind : null);

    private static IEnumerable<string> ReadTouches(CustomAttributeData data) =>
        data.ConstructorArguments is [{ Value: IEnumerable<CustomAttributeTypedArgument> objects }, ..]
            ? objects.Select(o => o.Value as string ?? "").Where(o => o.Length > 0)
            : [];

    private static string Text(CustomAttributeData data, int position) =>
        position < data.ConstructorArguments.Count ? Convert.ToString(data.ConstructorArguments[position].Value, CultureInfo.InvariantCulture) ?? "" : "";

    private static string? Text(CustomAttributeData data, string name) => Member(data, name)?.Value as string;

    private static CustomAttributeTypedArgument? Member(CustomAttributeData data, string name) =>
        data.NamedArguments.Where(n => n.MemberName == name).Select(n => (CustomAttributeTypedArgument?)n.TypedValue).FirstOrDefault();
}
