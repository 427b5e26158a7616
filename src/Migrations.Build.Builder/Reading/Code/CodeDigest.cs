using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using System.Text;
using Migrations.Build.Model.Canonical;

namespace Migrations.Build.Builder.Reading.Code;

/// <summary>
/// Identifies the code of a class of which nobody can tell what it does: by what it calls and by its constants, in their order. Both stay the same
/// for another spelling, for a build without optimization, and when other classes come and go, which give other tokens to the same names.
/// </summary>
internal static class CodeDigest
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The digest, over the class with what is nested in it and what it derives from in its own assembly.</summary>
    public static string Of(Type type)
    {
        var text = new StringBuilder();
        for (var at = type; at is not null && at.Assembly == type.Assembly; at = at.BaseType)
        {
            Add(at, text);
        }

        return SemanticHash.CodePrefix + Digest.Of(text.ToString());
    }

    private static void Add(Type type, StringBuilder text)
    {
        foreach (var method in type.GetMethods(Own).Concat<MethodBase>(type.GetConstructors(Own)).OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.MetadataToken))
        {
            text.Append(method.Name).Append('(').AppendJoin(',', method.GetParameters().Select(p => p.ParameterType.Name)).Append(")\n");
            Add(method, text);
        }

        foreach (var nested in type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            text.Append(nested.Name).Append('\n');
            Add(nested, text);
        }
    }

    private static void Add(MethodBase method, StringBuilder text)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } body)
        {
            return;
        }

        foreach (var (code, at) in Instructions.Of(body))
        {
            if (Operand(method, code, body, at) is { } said)
            {
                text.Append(said).Append('\n');
            }
        }
    }

    // Zero and one stand for conditions, too, and a build without optimization has more of these.
    private static string? Operand(MethodBase method, OpCode code, byte[] body, int at) => code.OperandType switch
    {
        OperandType.InlineString => "'" + method.Module.ResolveString(BitConverter.ToInt32(body, at)),
        OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok => Name(method, BitConverter.ToInt32(body, at)),
        OperandType.InlineI => BitConverter.ToInt32(body, at).ToString(CultureInfo.InvariantCulture),
        OperandType.InlineI8 => BitConverter.ToInt64(body, at).ToString(CultureInfo.InvariantCulture),
        OperandType.ShortInlineI => ((sbyte)body[at]).ToString(CultureInfo.InvariantCulture),
        OperandType.InlineR => BitConverter.ToDouble(body, at).ToString("R", CultureInfo.InvariantCulture),
        OperandType.ShortInlineR => BitConverter.ToSingle(body, at).ToString("R", CultureInfo.InvariantCulture),
        OperandType.InlineNone when code != OpCodes.Ldc_I4_0 && code != OpCodes.Ldc_I4_1 && code.Name?.StartsWith("ldc.i4.", StringComparison.Ordinal) == true => code.Name["ldc.i4.".Length..],
        _ => null,
    };

    private static string Name(MethodBase method, int token)
    {
        try
        {
            var type = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
            var member = method.Module.ResolveMember(token, type, method.IsGenericMethod ? method.GetGenericArguments() : null)!;
            return (member.DeclaringType?.FullName ?? "") + "::" + member.Name;
        }
        // What it names is in an assembly that is not there.
        catch (Exception e) when (e is IOException or TypeLoadException or BadImageFormatException or MissingMemberException or ArgumentException)
        {
            return "?";
        }
    }
}
