using System.Globalization;
using System.Text;

namespace Migrations.Build.Oracle.Tests.Telling;

internal enum DownMode
{
    /// <summary>Down is written, as what undoes each change.</summary>
    Written,

    /// <summary>The class is an AutoReversingMigration.</summary>
    Automatic,

    /// <summary>Down is empty: it is inferred.</summary>
    Absent,
}

internal sealed record StoryMigration(IReadOnlyList<Change> Changes, DownMode Down);

/// <summary>What happens after the first migration.</summary>
internal abstract record Happening;

internal sealed record Applied(int To) : Happening;

internal sealed record RolledBack(int? To, int? Steps) : Happening;

/// <summary>A statement of the application; made up from the number when it has no text yet.</summary>
internal sealed record Edited(int Number, string? Sql = null) : Happening;

/// <summary>A history, data, and what happens to it. Migration 1 makes <see cref="Base"/>; it is applied and filled before anything else happens.</summary>
internal sealed record Story(int Seed, IReadOnlyList<string> Base, IReadOnlyList<string> Data, IReadOnlyList<StoryMigration> Migrations, IReadOnlyList<Happening> Happenings)
{
    /// <summary>The story for a person, who can take it over into a test.</summary>
    public string Tell()
    {
        var text = new StringBuilder();
        Line(text, "migration 1, Down empty:");
        Base.ToList().ForEach(s => Line(text, "    " + s));
        Line(text, "data:");
        Data.ToList().ForEach(s => Line(text, "    " + Short(s)));
        for (var i = 0; i < Migrations.Count; i++)
        {
            Line(text, $"migration {i + 2}, Down {Migrations[i].Down.ToString().ToLowerInvariant()}:");
            foreach (var change in Migrations[i].Changes)
            {
                Line(text, "    up:   " + change.Up.Text);
                (Migrations[i].Down == DownMode.Written ? change.Down : []).ToList().ForEach(d => Line(text, "    down: " + d.Text));
            }
        }

        Line(text, "then:");
        Happenings.ToList().ForEach(h => Line(text, "    " + Told(h)));
        return text.ToString();
    }

    private static string Told(Happening happening) => happening switch
    {
        Applied a => $"apply --to {a.To}",
        RolledBack { To: { } to } => $"rollback --to {to}",
        RolledBack { Steps: { } steps } => $"rollback --steps {steps}",
        RolledBack => "rollback --deployment last",
        Edited { Sql: { } sql } => Short(sql),
        _ => "edit",
    };

    private static void Line(StringBuilder text, string line) => text.Append(CultureInfo.InvariantCulture, $"{line}\n");

    private static string Short(string text) => text.Length > 400 ? text[..400] + "…" : text;
}
