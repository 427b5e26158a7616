using Migrations.Build.Oracle.Tests.Seeing;
using Migrations.Build.Oracle.Tests.Telling;

namespace Migrations.Build.Oracle.Tests.Making;

/// <summary>Makes up a story from a seed.</summary>
internal static class StoryMaker
{
    public static Story Make(int seed, IReadOnlySet<Feature> features)
    {
        var luck = new Luck(seed, features);
        while (true)
        {
            using var mirror = new Mirror();
            List<string> schema = [.. BaseMaker.Make(luck).Where(mirror.Takes)];
            if (mirror.AreReferencesSound || luck.Has(Feature.BrokenReferences))
            {
                return Make(seed, luck, mirror, schema);
            }
        }
    }

    private static Story Make(int seed, Luck luck, Mirror mirror, List<string> schema)
    {
        var (data, count) = (Data(luck, mirror), 1 + luck.Below(3));
        var migrations = new List<StoryMigration>();
        while (migrations.Count < count)
        {
            if (Migration(luck, mirror, migrations.Count + 2) is { Changes.Count: > 0 } migration)
            {
                migrations.Add(migration);
            }
        }

        return new(seed, schema, data, migrations, Happenings(luck, migrations.Count + 1));
    }

    private static List<string> Data(Luck luck, Mirror mirror) => [.. mirror.Now.Tables.Values
        .SelectMany(t => Enumerable.Range(0, 2 + luck.Below(6)).Select(_ => (t.Name, Columns: t.Columns.Where(c => !c.Generated).ToList())))
        .Where(t => t.Columns.Count > 0)
        .Select(t => EditMaker.Insert(luck, t.Name, t.Columns))];

    private static StoryMigration Migration(Luck luck, Mirror mirror, int number)
    {
        DownMode[] modes = [.. new[] { (Feature.WrittenDowns, DownMode.Written), (Feature.AutomaticDowns, DownMode.Automatic), (Feature.AbsentDowns, DownMode.Absent) }.Where(m => luck.Has(m.Item1)).Select(m => m.Item2)];
        var mode = luck.Any(modes);
        var changes = new List<Change>();
        var most = luck.One(2, Feature.SeveralChanges) ? 2 + luck.Below(2) : 1;
        for (var i = 0; i < 8 && changes.Count < most; i++)
        {
            if (Change(luck, mirror, number * 10 + i, mode) is { } change
                && (mode != DownMode.Automatic || change.Reversing is not null)
                && (change.Mirror is null || mirror.Takes(change.Mirror)))
            {
                changes.Add(change);
            }
        }

        return new(changes, mode);
    }

    private static Change? Change(Luck luck, Mirror mirror, int number, DownMode mode)
    {
        var (tables, columns, rows) = (new TableChanges(luck, mirror, number), new ColumnChanges(luck, mirror, number), new RowChanges(luck));
        if (mirror.Now.Tables.Values.OrderBy(t => t.Name, StringComparer.Ordinal).ToList() is not { Count: > 0 } all)
        {
            return tables.Create();
        }

        var table = luck.Any(all);
        return luck.Below(16) switch
        {
            0 => tables.Create(),
            1 when luck.Has(Feature.TableDrops) => tables.Drop(table),
            2 when luck.Has(Feature.Renames) => tables.Rename(table),
            3 => tables.CreateIndex(table),
            4 => tables.DropIndex(),
            5 => tables.Program(table),
            6 when luck.Has(Feature.RebuildsByHand) => tables.Rebuild(table),
            7 or 8 when !table.Virtual => columns.Add(table),
            9 when !table.Virtual => columns.Drop(table, mode == DownMode.Written),
            10 when luck.Has(Feature.Renames) && !table.Virtual => columns.Rename(table),
            11 when luck.Has(Feature.Alterations) => columns.Alter(table),
            12 when luck.Has(Feature.Inserts) => rows.Insert(table),
            13 or 14 when luck.Has(Feature.Updates) => rows.Update(table),
            15 when luck.Has(Feature.Deletes) => rows.Delete(table),
            _ => null,
        };
    }

    private static List<Happening> Happenings(Luck luck, int last)
    {
        var happenings = new List<Happening>();
        for (var i = 0; i < 2 + luck.Below(3); i++)
        {
            happenings.Add(new Applied(2 + luck.Below(last)));
            happenings.AddRange(Edits(luck));
            happenings.Add(luck.Below(luck.Has(Feature.LastDeployment) ? 3 : 2) switch
            {
                0 => new RolledBack(1 + luck.Below(last), null),
                1 => new RolledBack(null, 1 + luck.Below(2)),
                _ => new RolledBack(null, null),
            });
            happenings.AddRange(luck.One(3) ? Edits(luck) : []);
        }

        return [.. happenings, new Applied(last), .. Edits(luck), new RolledBack(1, null)];
    }

    private static IEnumerable<Happening> Edits(Luck luck) =>
        luck.Has(Feature.Edits) ? Enumerable.Range(0, luck.Below(4)).Select(_ => new Edited(luck.Seed())).ToList() : [];
}
