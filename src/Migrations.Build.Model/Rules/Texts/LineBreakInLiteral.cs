using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Rules.Texts;

/// <summary>A value in SQL text goes over the end of a line.</summary>
public static class LineBreakInLiteral
{
    private const int Shown = 40;

    /// <summary>The rule: the beginning of the value.</summary>
    public static Rule Rule { get; } = new("MIG0918", nameof(LineBreakInLiteral))
    {
        Title = "A value in SQL text goes over the end of a line",
        Message = "The value {0} in SQL text goes over the end of a line. "
            + "Line ends inside a value are data and stay as they are, so that a checkout with others stores another value and changes the migration's hash. "
            + "Write the line end as the engine's function or escape does, or fix the file's line ends in '.gitattributes'.",
        Severity = Severity.Info,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from text in SqlStep.Of(pass)
        let literal = LineEnds.InLiteral(text.Sql.Text, pass.Target.Kind)
        where literal is not null
        select text.Find(Rule.Id, Begin(literal));

    private static string Begin(string literal)
    {
        var line = literal.Substring(0, literal.IndexOf('\n')).TrimEnd('\r');
        return line.Length > Shown ? line.Substring(0, Shown) + "…" : line + "…";
    }
}
