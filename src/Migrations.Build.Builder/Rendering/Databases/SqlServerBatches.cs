using FluentMigrator.Runner.BatchParser;
using FluentMigrator.Runner.BatchParser.Sources;
using FluentMigrator.Runner.BatchParser.SpecialTokenSearchers;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>Splits a script at its lines of GO with the parser that FluentMigrator's processor uses; <c>GO 3</c> repeats a batch.</summary>
internal static class SqlServerBatches
{
    public static IEnumerable<string> Of(string script)
    {
        var batches = new List<string>();
        string? batch = null;
        var parser = new SqlServerBatchParser();
        parser.SqlText += (_, args) => batch = args.SqlText.Trim();
        parser.SpecialToken += (_, args) =>
        {
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

        return batches.Select(b => b.Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
