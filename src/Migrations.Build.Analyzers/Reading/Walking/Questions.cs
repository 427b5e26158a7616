using Migrations.Build.Analyzers.Reading.Chains;
using Migrations.Build.Analyzers.Reading.Drafts;
using Migrations.Build.Analyzers.Reading.Terms;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Walking;

/// <summary>Reads <c>Schema.*.Exists()</c>.</summary>
internal static class Questions
{
    public static Term Ask(Chain chain, DraftWriter draft)
    {
        if (Read(chain) is not { } question)
        {
            return new UnknownTerm("what 'Schema' is asked for has no constant name");
        }

        draft.Add(new AskNode(question));
        return new ConditionTerm(new Answered(question));
    }

    private static Question? Read(Chain chain)
    {
        string? schema = null;
        string? table = null;
        var (subject, name) = ("", default(string));
        foreach (var call in chain.Calls.Where(c => c.Method != "Exists"))
        {
            if (call.Arguments.Count == 0 || call.Arguments[0].Value is not ConstantTerm { Value: string text })
            {
                return null;
            }

            switch (call.Method)
            {
                case "Schema":
                    (schema, subject) = (text, "schema");
                    break;
                case "Table":
                    (table, subject) = (text, "table");
                    break;
                case "Sequence":
                    (table, subject) = (text, "sequence");
                    break;
                case "Column" or "Index" or "Constraint":
                    (name, subject) = (text, call.Method.ToLowerInvariant());
                    break;
                default:
                    return null;
            }
        }

        return subject.Length == 0 ? null : subject == "schema" ? new(subject, TableName.Of(schema!), null) : new(subject, new(string.IsNullOrEmpty(schema) ? null : schema, table ?? ""), name);
    }
}
