using System.Reflection;
using FluentMigrator;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>
/// Stands for the database while a migration is read, and answers its questions from the history. It must be a processor:
/// <c>IfDatabase</c> is silently false for anything less.
/// </summary>
internal class SchemaAnswers : DispatchProxy
{
    private readonly List<Assumption> _assumptions = [];
    private EngineIds _ids = null!;
    private Func<Schema> _schema = null!;

    /// <summary>The processor to hand to FluentMigrator.</summary>
    public IMigrationProcessor Processor => (IMigrationProcessor)(object)this;

    /// <summary>Whether the migration looked at the database at all; if it did not, it does the same on every database.</summary>
    public bool Asked { get; private set; }

    /// <summary>The schema that the questions were answered from; null when there was no question.</summary>
    public Schema? Against { get; private set; }

    /// <summary>The questions and answers, each once.</summary>
    public IEnumerable<Assumption> Assumptions => _assumptions.Distinct();

    /// <summary>Stands for an engine whose schema is looked up when it is asked for.</summary>
    public static SchemaAnswers For(EngineIds ids, Func<Schema> schema)
    {
        var answers = (SchemaAnswers)(object)Create<IMigrationProcessor, SchemaAnswers>();
        (answers._ids, answers._schema) = (ids, schema);
        return answers;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        Asked = true;
        return (targetMethod?.Name, args) switch
        {
            ("get_DatabaseType", _) => _ids.DatabaseType,
            ("get_DatabaseTypeAliases", _) => _ids.Aliases,
            ("SchemaExists", [string name]) => Answer("schema", TableName.Of(name), null),
            ("SequenceExists", [var schema, string name]) => Answer("sequence", Name(schema, name), null),
            ("TableExists", [var schema, string table]) => Answer("table", Name(schema, table), null),
            ("ColumnExists", [var schema, string table, string column]) => Answer("column", Name(schema, table), column),
            ("IndexExists", [var schema, string table, string index]) => Answer("index", Name(schema, table), index),
            ("ConstraintExists", [var schema, string table, string constraint]) => Answer("constraint", Name(schema, table), constraint),
            ("DefaultValueExists", [var schema, string table, string column, _]) => Answer("default", Name(schema, table), column),
            ("Dispose", _) => null,
            _ => throw new NotSupportedException($"'{targetMethod?.Name}' needs a database, and a build has none. Move it into 'Execute.WithConnection', which runs at release time"),
        };
    }

    private static TableName Name(object? schema, string name) => new(string.IsNullOrEmpty(schema as string) ? null : (string)schema, name);

    private bool Answer(string subject, TableName table, string? name)
    {
        Against ??= _schema();
        var exists = Existence.Of(Against, subject, table, name);
        _assumptions.Add(new(subject, table, name, exists));
        return exists;
    }
}
