using System.Collections;
using System.Data;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using FluentMigrator;
using FluentMigrator.Expressions;
using Migrations.Build.Builder.Reading.Discovering;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>Reads <c>Execute.WithConnection</c>: the bundle holds the code by its name, so it must not depend on objects of the build.</summary>
internal static class CodeSteps
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The code as an operation.</summary>
    public static CodeStep Read(PerformDBOperationExpression expression)
    {
        var method = expression.Operation.Method;
        return new(method.DeclaringType?.FullName ?? "", method.Name, method.Module.Assembly.GetName().Name ?? "") { Description = expression.Description };
    }

    /// <summary>The code's name for a message.</summary>
    public static string NameOf(Action<IDbConnection, IDbTransaction> code) =>
        code.Method.Name.StartsWith('<') ? $"{Discovery.NameOf(Outermost(code.Method.DeclaringType!))}.{code.Method.Name[1..code.Method.Name.IndexOf('>', StringComparison.Ordinal)]}" : $"{Discovery.NameOf(code.Method.DeclaringType!)}.{code.Method.Name}";

    /// <summary>Whether the code returns before it is done, to nobody.</summary>
    public static bool IsAsyncVoid(Action<IDbConnection, IDbTransaction> code) => code.Method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false);

    /// <summary>What the code needs that would not be there when it runs from a bundle; null when there is nothing.</summary>
    public static string? State(Action<IDbConnection, IDbTransaction> code, Type migration, Services services)
    {
        if (code.GetInvocationList().Length > 1)
        {
            return "several methods in one delegate";
        }

        if (code.Method.DeclaringType is null)
        {
            return "a method that was made at run time";
        }

        return code.Target switch
        {
            null => null,
            var target when target.GetType() == migration => ChangedFields(target, services.Make(migration)),
            var target => FieldsOf(target.GetType()).Select(f => NameOf(f)).ToList() is { Count: > 0 } names ? FindingText.List(names) : null,
        };
    }

    private static string? ChangedFields(object used, object fresh) =>
        FieldsOf(used.GetType()).Where(f => !Same(f.GetValue(used), f.GetValue(fresh))).Select(NameOf).ToList() is { Count: > 0 } names
            ? FindingText.List(names)
            : null;

    private static IEnumerable<FieldInfo> FieldsOf(Type? type)
    {
        for (; type is not null && type != typeof(object) && type.Assembly != typeof(Migration).Assembly; type = type.BaseType)
        {
            foreach (var field in type.GetFields(Instance))
            {
                yield return field;
            }
        }
    }

    private static bool Same(object? a, object? b) => (a, b) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (string or ValueType, _) => a.Equals(b),
        (IEnumerable x, IEnumerable y) => x.Cast<object?>().Select(Text).SequenceEqual(y.Cast<object?>().Select(Text), StringComparer.Ordinal),
        _ => true, // Made by the constructor both times; what is inside cannot be told.
    };

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string NameOf(FieldInfo field) => field.Name switch
    {
        var name when name.EndsWith("__this", StringComparison.Ordinal) => "the migration itself",
        ['<', .. var rest] => "'" + rest[..rest.IndexOf('>', StringComparison.Ordinal)] + "'",
        var name => "'" + name + "'",
    };

    private static Type Outermost(Type type) => type.DeclaringType is { } outer && type.Name.StartsWith('<') ? Outermost(outer) : type;
}
