using Migrations.Build.Builder.Features;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering;

/// <summary>
/// Takes away the features of other engines, which every generator of FluentMigrator 8.0.1 drops without a word
/// (the filter of a unique index among them), and says what is lost.
/// </summary>
internal static class ForeignFeatures
{
    public static Operation TakeAway(Turn turn, DatabaseKind kind)
    {
        Items<Feature> Own(Items<Feature> features, string owner, bool unique = false) =>
            features.Where(f => Keep(turn, kind, f, owner, unique)).ToItems();

        Column Column(TableName table, Column c) => c with { Features = Own(c.Features, $"column '{table}.{c.Name}'") };

        return turn.Operation switch
        {
            CreateTable o => o with { Columns = o.Columns.Select(c => Column(o.Table, c)).ToItems() },
            AddColumn o => o with { Column = Column(o.Table, o.Column) },
            AlterColumn o => o with { Column = Column(o.Table, o.Column) },
            CreateIndex { Index: var i } => new CreateIndex(i with
            {
                Features = Own(i.Features, $"index '{i.Name}'", i.Unique),
                Columns = i.Columns.Select(c => c with { Features = Own(c.Features, $"index '{i.Name}'", i.Unique) }).ToItems(),
                Clustered = i.Clustered && KeepClustered(turn, kind, i),
            }),
            DropIndex o => o with { Features = Own(o.Features, $"the dropping of index '{o.Name}'") },
            AddKey o => o with { Key = o.Key with { Features = Own(o.Key.Features, $"constraint '{o.Key.Name}'", unique: true) } },
            DropKey o => o with { Features = Own(o.Features, $"the dropping of constraint '{o.Name}'") },
            InsertRows o => o with { Features = Own(o.Features, $"the rows for table '{o.Table}'") },
            CreateSchema o => o with { Features = Own(o.Features, $"schema '{o.Name}'") },
            var other => other,
        };
    }

    private static bool Keep(Turn turn, DatabaseKind kind, Feature feature, string owner, bool unique)
    {
        var what = $"The feature '{feature.Key}' of {owner}";
        if (kind == DatabaseKind.Sqlite && feature.Key is Key.OrderKey or Key.ConflictKey)
        {
            return true;
        }

        if (FeatureBook.Find(feature.Key) is not { } known)
        {
            turn.Lose(what, "the toolchain does not know it, so it does not reach the database", Severity.Warning);
            return false;
        }

        if (known.On(kind))
        {
            return true;
        }

        if (!Harmless(feature, kind))
        {
            var matters = known.Loss == FeatureLoss.Uniqueness && unique;
            turn.Lose(what, Why(known, matters), matters ? Severity.Error : known.Loss == FeatureLoss.Behaviour ? Severity.Warning : Severity.Info);
        }

        return false;
    }

    private static string Why(KnownFeature known, bool matters)
    {
        var owner = $"it is a feature of {Dialect.Of(known.Engine).Name}, and FluentMigrator leaves it out elsewhere without a word";
        return matters ? owner + ", so uniqueness would hold for other rows" : owner;
    }

    /// <summary>Where the engine does by itself what the feature asks for.</summary>
    private static bool Harmless(Feature feature, DatabaseKind kind) => feature.Key switch
    {
        // SQL Server takes nulls for equal, all others take them for distinct.
        "PostgresIndexColumnNullsDistinct" => feature.Values[0].Text == (kind == DatabaseKind.SqlServer ? "false" : "true"),
        "SqlServerIndexColumnNullsDistinct" => true,
        // MySQL and SQLite take a value for a numbered column as it is.
        "SqlServerIdentityInsert" => true,
        "PostgresOverridingIdentityValues" => feature.Values[0].Text == "System",
        "SqlServerIdentitySeed" or "SqlServerIdentityIncrement" => feature.Values[0].Text == "1",
        _ => false,
    };

    private static bool KeepClustered(Turn turn, DatabaseKind kind, TableIndex index)
    {
        if (kind != DatabaseKind.SqlServer)
        {
            turn.Lose($"The clustering of index '{index.Name}'", "only SQL Server stores a table in the order of an index", Severity.Info);
        }

        return kind == DatabaseKind.SqlServer;
    }
}
