using System.Globalization;
using System.Reflection;
using FluentMigrator;

namespace Migrations.Build.Builder.Reading.Expressions;

/// <summary>A FluentMigrator processor that has no database: it keeps the SQL text it is told to execute.</summary>
public class RecordingProcessor : DispatchProxy
{
    private readonly List<string> _executed = [];

    internal static IMigrationProcessor Create(out IReadOnlyList<string> executed)
    {
        var processor = Create<IMigrationProcessor, RecordingProcessor>();
        executed = ((RecordingProcessor)(object)processor)._executed;
        return processor;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod?.Name != nameof(IMigrationProcessor.Execute))
        {
            throw new NotSupportedException($"'{targetMethod?.Name}' needs a database.");
        }

        _executed.Add(args is [string template, object[] values] ? string.Format(CultureInfo.InvariantCulture, template, values) : (string)args![0]!);
        return null;
    }
}
