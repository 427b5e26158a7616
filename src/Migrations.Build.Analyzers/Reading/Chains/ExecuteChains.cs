using Migrations.Build.Analyzers.Reading.Migrations;
using Migrations.Build.Analyzers.Reading.Terms;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>Reads <c>Execute</c>: SQL text, scripts, and code.</summary>
internal static class ExecuteChains
{
    public static string? Read(Chain chain, Slots slots)
    {
        var call = chain.Calls[0];
        Term? Named(string parameter) => call.Arguments.FirstOrDefault(a => a.Parameter == parameter)?.Value;
        switch (call.Method)
        {
            case "Sql":
                slots.Add(0, () => Named("parameters") is null
                    ? new RawSql(Told.Text(Named("sqlStatement")), SqlSource.Statement)
                    : throw new UntoldException("the parameters of a text are put in at run time"));
                return null;
            case "EmbeddedScript" when call.Arguments.Count == 1:
                slots.Add(0, () => new EmbeddedScript(Told.Text(call.Arguments[0].Value)));
                return null;
            case "Script" or "EmbeddedScript":
                slots.Add(0, () => Scripts.Unread(Told.Text(call.Arguments[0].Value)));
                return null;
            case "WithConnection":
                slots.Add(0, () => call.Arguments[0].Value is FunctionTerm { Lambda: null } function
                    ? new CodeStep(function.Method.ContainingType.ToDisplayString(), function.Method.Name, function.Method.ContainingAssembly.Name) { Description = Told.OptionalText(Named("description")) }
                    : new Opaque("code of 'Execute.WithConnection' runs at release time"));
                return null;
            default:
                return call.Method;
        }
    }
}
