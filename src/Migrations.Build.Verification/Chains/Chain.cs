using System.IO.Hashing;
using System.Text;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Verification.Chains;

/// <summary>The migrations of a bundle in the order in which a release runs them, each with a key over everything before it.</summary>
/// <param name="Links">The migrations that a release runs.</param>
/// <param name="Aside">Those that a release does not run without being asked, and why.</param>
internal sealed record Chain(IReadOnlyList<Link> Links, IReadOnlyList<(MigrationEntry Entry, string Why)> Aside)
{
    private const int Format = 3;

    public static Chain Of(MigrationBundle bundle, VerifyOptions options, string engine)
    {
        var migrations = (options.History ?? bundle.History).Versioned.GroupBy(m => m.Version).ToDictionary(g => g.Key, g => g.First());
        var links = new List<Link>();
        var aside = new List<(MigrationEntry, string)>();
        var key = FormattableString.Invariant($"{Format} {engine} {bundle.Manifest.Toolchain} {options.Rows} {Written(bundle)}");
        var previous = 0L;
        foreach (var entry in bundle.Manifest.Migrations.Where(m => m.Kind == MigrationKind.Versioned))
        {
            if (entry.Tags.Count > 0)
            {
                aside.Add((entry, "it has tags, and runs only where one of them is asked for"));
                continue;
            }

            var rendered = bundle.IsRendered(entry, DatabaseKind.Sqlite);
            Items<Statement> Statements(Direction way) => rendered ? bundle.Statements(entry, DatabaseKind.Sqlite, way) : Items<Statement>.Empty;
            var (up, down) = (Statements(Direction.Up), Statements(Direction.Down));
            key = Key(key, entry, up, down, options);
            links.Add(new(entry, migrations.GetValueOrDefault(entry.Version) ?? new(entry.Version, entry.Class), key) { Up = up, Down = down, Previous = previous, Rendered = rendered });
            previous = entry.Version;
        }

        return new(links, aside);
    }

    /// <summary>The database whose SQL a project writes: SQLite where that is among its databases, since its own branches are proved then.</summary>
    public static DatabaseKind Written(MigrationBundle bundle) => bundle.Targets.Any(t => t.Kind == DatabaseKind.Sqlite) ? DatabaseKind.Sqlite : bundle.Targets[0].Kind;

    private static string Key(string previous, MigrationEntry entry, Items<Statement> up, Items<Statement> down, VerifyOptions options)
    {
        var hash = new XxHash128();
        void Add(string text)
        {
            hash.Append(Encoding.UTF8.GetBytes(text));
            hash.Append([0]);
        }

        Add(previous);
        Add(entry.Hashes.FirstOrDefault(h => h.Database == DatabaseKind.Sqlite)?.Hash ?? entry.Hash);
        Add(FormattableString.Invariant($"{entry.Version} {entry.Transaction} {entry.Reversibility} {entry.InferredDown} {up.Count}"));
        foreach (var statement in up.Concat(down))
        {
            Add(statement.Kind.ToString());
            Add(statement.Text);
        }

        foreach (var part in entry.Expectations.Cast<object>().Concat(entry.CodeSteps).Concat(entry.Keeps.Where(k => k.Database == DatabaseKind.Sqlite)).Concat(entry.ForwardOnly is { } stated ? [stated] : []))
        {
            Add(JsonWriter.Compact(RecordJson.Write(part)));
        }

        foreach (var column in SamplesOf(up.Concat(down), options))
        {
            Add(column);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    // Samples count from the migration on that first names their table, so that one more of them does not undo what is proved before.
    private static IEnumerable<string> SamplesOf(IEnumerable<Statement> statements, VerifyOptions options)
    {
        var texts = statements.ToList();
        foreach (var column in options.Samples.Columns)
        {
            var dot = column.IndexOf('.', StringComparison.Ordinal);
            var (table, name) = (column[..dot], column[(dot + 1)..]);
            if (texts.Exists(s => s.Kind == StatementKind.Code || s.Text.Contains(table, StringComparison.OrdinalIgnoreCase)))
            {
                yield return column;
                foreach (var sample in options.Samples.For(table, name) ?? [])
                {
                    yield return sample;
                }
            }
        }
    }
}
