using FluentMigrator.Runner.BatchParser;
using FluentMigrator.Runner.BatchParser.Sources;
using FluentMigrator.Runner.BatchParser.SpecialTokenSearchers;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>
/// Splits a script at its lines of GO with the parser that FluentMigrator's processors for SQL Server and SQLite use;
/// <c>GO 3</c> repeats a batch. A script without such a line stays as it is.
/// </summary>
internal static class Batches
{
    // The parser makes another of every line end that it passes. These are no characters, so that no text holds them.
    private const char Return = '\ufdd0';
    private const char Feed = '\ufdd1';

    /// <summary>The batches; line ends inside literals stay as they are.</summary>
    public static IEnumerable<string> Of(SqlBatchParser parser, string script) => script.Contains('\r', StringComparison.Ordinal)
        ? Split(parser, script.Replace("\r\n", $"{Return}{Feed}", StringComparison.Ordinal).Replace('\r', Return)).Select(b => b.Replace(Return, '\r').Replace(Feed, '\n'))
        : Split(parser, script);

    private static IEnumerable<string> Split(SqlBatchParser parser, string script)
    {
        var batches = new List<string>();
        string? batch = null;
        var split = false;
        parser.SqlText += (_, args) => batch = args.SqlText.Trim();
        parser.SpecialToken += (_, args) =>
        {
            split = true;
            if (!string.IsNullOrEmpty(batch) && args.Opaque is GoSearcher.GoSearcherParameters go)
            {
                batches.AddRange(Enumerable.Repeat(batch, go.Count));
            }

            batch = null;
        };

        using (var source = new TextReaderSource(new StringReader(script), true))
        {
            parser.Process(source, stripComments: false);
        }

        if (!string.IsNullOrEmpty(batch))
        {
            batches.Add(batch);
        }

        return split ? batches : [script];
    }
}
